/** What the page asks a worker. */
export interface DeskQuestion<Question> {
  readonly number: number;
  readonly question: Question;
}

/** What the worker says: first that it is there, then an answer to each question. */
export type DeskAnswer<Answer> =
  | { readonly ready: true }
  | { readonly number: number; readonly answer: Answer };
