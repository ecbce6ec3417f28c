import type { At } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import type { Json } from "../json/json.ts";
import { CALL_DEPTH_LIMIT, CALL_LIMIT } from "../syntax/limits.ts";
import type { FeelValue } from "../value/feel-value.ts";

/** One evaluation: its variables, its clock, its local names and what is left of its budget. */
export class Run {
  readonly variables: { readonly [name: string]: Json | undefined };
  readonly now: string;
  readonly limit: number;
  left: number;
  locals: FeelValue[] = [];
  private calls = 0;
  private depth = 0;

  constructor(variables: { readonly [name: string]: Json | undefined }, now: string, limit: number) {
    this.variables = variables;
    this.now = now;
    this.limit = limit;
    this.left = limit;
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
}

/** A compiled sub-expression. */
export type Code = (run: Run) => FeelValue;

/** Where a value is computed: for errors that quote it, and for the budget. */
export interface Place {
  readonly at: At;
  /** The sub-expression as the author wrote it, shortened. */
  readonly part: string;
}
