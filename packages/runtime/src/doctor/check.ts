import type { CheckCode } from "./check-texts.ts";

/** Narrows a column of case ids to the cases of `$1`, or gives `true` where all are looked at. */
export type Narrow = (column: string) => string;

/** What one invariant says, as a query that finds where it does not hold. */
export interface Check {
  readonly code: CheckCode;
  /** Reads the events of cases, which takes long where there are many. */
  readonly history?: true;
  /** A query with the columns of `Found`. */
  find(cases: Narrow): string;
  /**
   * Where there is one right answer: a statement over the rows `found` that brings it about and returns `tenant`,
   * `subject` and `before` (JSON: what was there, null if nothing).
   */
  readonly repair?: string;
  /** Statements that bring it about where the owner of the tables has to carry them out. */
  repairTable?(found: Found, appRole: string): readonly string[];
}

/** One place where an invariant does not hold. */
export interface Found {
  readonly tenant: string;
  /** Case that it concerns, or null. */
  readonly instance: string | null;
  /** Number of a task, job, timer … in the case, or null. */
  readonly number: number | null;
  readonly subject: string;
  readonly detail: object;
}

/** Looks at every case. */
export const everyCase: Narrow = () => "true";

/** Looks at the cases of `$1` alone. */
export const namedCases: Narrow = (column) => `${column} = any($1::uuid[])`;
