import type { BilingualText } from "@flowright/definition";
import type { CheckCode } from "./check-texts.ts";

/** A place where an invariant did not hold. */
export interface DoctorExample {
  readonly tenant: string;
  /** What it is: a case, `case.number` of one of its rows, a flow, a table. */
  readonly subject: string;
  readonly detail: object;
}

/** Something that was put right, with what was there before, so that it can be looked at again. */
export interface DoctorRepair {
  readonly tenant: string;
  readonly subject: string;
  readonly before: unknown;
}

/** One invariant, looked at. */
export interface DoctorFinding {
  readonly code: CheckCode;
  readonly title: BilingualText;
  /** What to do where it does not hold. */
  readonly fix: BilingualText;
  /** Places where it does not hold; after repairs, those that are left. */
  readonly count: number;
  readonly examples: readonly DoctorExample[];
  readonly repairs: readonly DoctorRepair[];
  /** Whether `repair` puts it right by itself, at least where all that is needed is still there. */
  readonly repairable: boolean;
  readonly milliseconds: number;
}

export interface DoctorReport {
  /** By the database's clock, ISO. */
  readonly at: string;
  readonly findings: readonly DoctorFinding[];
  /** All places where an invariant does not hold. */
  readonly count: number;
  readonly repaired: number;
}

export interface DoctorOptions {
  readonly connectionString: string;
  /** Default `flowright`. */
  readonly schema?: string | undefined;
  /** Puts right what has one right answer, each noted in the audit of its workspace. Default false. */
  readonly repair?: boolean | undefined;
  /** Reads every event, too; default true. Without it only what is stored of now is looked at. */
  readonly history?: boolean | undefined;
  /** Examples per invariant, default 5. */
  readonly examples?: number | undefined;
  /** Told before each invariant is looked at. */
  readonly looking?: ((code: CheckCode) => void) | undefined;
}
