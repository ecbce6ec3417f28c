import type { At } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import type { Json } from "../json/json.ts";
import { CALL_DEPTH_LIMIT, CALL_LIMIT, STEP_LIMIT } from "../syntax/limits.ts";
import type { FeelValue } from "../value/feel-value.ts";
import type { EvaluationContext } from "./evaluation-context.ts";

const NO_VALUES: ReadonlyMap<string, FeelValue> = new Map();

/** Where an evaluation stands among the calls of its functions. */
interface Mark {
  readonly locals: FeelValue[];
  readonly calls: number;
  readonly depth: number;
}

/** One evaluation: its variables, its clock, its local names and what is left of its budget. */
export class Run {
  readonly variables: { readonly [name: string]: Json | undefined };
  readonly now: string;
  readonly limit: number;
  /** Variables that are values already. */
  readonly values: ReadonlyMap<string, FeelValue>;
  /** Conditions that are neither true nor false count as unknown instead of ending in an error. */
  readonly lenient: boolean;
  readonly onNull: EvaluationContext["onNull"];
  left: number;
  locals: FeelValue[] = [];
  private calls = 0;
  private depth = 0;

  constructor(
    variables: { readonly [name: string]: Json | undefined },
    context: EvaluationContext,
    lenient = false,
  ) {
    this.variables = variables;
    this.now = context.now;
    this.limit = context.steps ?? STEP_LIMIT;
    this.left = this.limit;
    this.values = context.values ?? NO_VALUES;
    this.lenient = lenient;
    this.onNull = context.onNull;
  }

  /** Takes steps from the budget. */
  spend(steps: number, at: At): void {
    this.left -= steps;
    if (this.left < 0) fail("too-many-steps", at, { limit: this.limit });
  }

  /** Runs the body (nested `depth` levels) of a function of the expression, with local names of its own. */
  within(locals: FeelValue[], at: At, depth: number, body: (run: Run) => FeelValue): FeelValue {
    if (this.calls >= CALL_LIMIT || this.depth + depth > CALL_DEPTH_LIMIT) {
      fail("calls-too-deep", at, { limit: this.calls });
    }
    const outer = this.locals;
    this.locals = locals;
    this.calls += 1;
    this.depth += depth;
    const value = body(this);
    this.calls -= 1;
    this.depth -= depth;
    this.locals = outer;
    return value;
  }

  /** Remembers the place among the calls, for an error that is caught. */
  mark(): Mark {
    return { locals: this.locals, calls: this.calls, depth: this.depth };
  }

  backTo(mark: Mark): void {
    this.locals = mark.locals;
    this.calls = mark.calls;
    this.depth = mark.depth;
  }
}

/** A compiled sub-expression. */
export type Code = (run: Run) => FeelValue;

/** Where a value is computed: for errors that quote it, and for the budget. */
export interface Place {
  readonly at: At;
  /** The sub-expression as the author wrote it, shortened. */
  readonly part: string;
}
