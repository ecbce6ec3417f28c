/** The checkout as the rules see it. */
export interface House {
  readonly files: readonly string[];
  read(file: string): string;
}

/** Looks at the house and returns one line for each violation, `file:line: what is wrong`. */
export type Rule = (house: House) => string[];
