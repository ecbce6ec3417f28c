/** Something went wrong inside the case; it becomes an incident at the token that was moved. */
export class Failure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
