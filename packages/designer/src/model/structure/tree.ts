/** A container as people read an approval: steps below each other, branches beside each other. */
export interface Tree {
  /** Null: the flow itself. */
  readonly container: string | null;
  /** What begins with a start. */
  readonly main: Sequence;
  /** What no line connects with it: blocks that wait for an event, targets of jumps, loose steps. */
  readonly asides: readonly Sequence[];
}

/** Items one after the other, and what comes after the last. */
export interface Sequence {
  readonly items: readonly Item[];
  readonly tail: Tail;
}

export type Item = StepItem | SplitItem | FreeItem;

interface Entered {
  /** Ids of the lines that lead here from what stands before; a step put in front takes them over. */
  readonly entry: readonly string[];
}

export interface StepItem extends Entered {
  readonly type: "step";
  readonly node: string;
}

/** A step with several ways on, each a column. */
export interface SplitItem extends Entered {
  readonly type: "split";
  /** Null: several ways to begin. */
  readonly node: string | null;
  readonly branches: readonly Branch[];
  /** The gateway at which the branches meet, if one stands there for nothing else. */
  readonly join: string | null;
}

export interface Branch {
  /** Its first line; null at one of several beginnings. */
  readonly edge: string | null;
  /** The event on the edge of the step that begins it. */
  readonly boundary: string | null;
  readonly body: Sequence;
}

/** Steps whose lines cross: drawn on the canvas, named here. */
export interface FreeItem extends Entered {
  readonly type: "free";
  readonly nodes: readonly string[];
}

export type Tail =
  /** Nothing may follow. */
  | { readonly type: "end" }
  /** Nothing follows yet. */
  | { readonly type: "open"; readonly source: string }
  /** Goes on behind the branching; a step put here takes over these lines. */
  | { readonly type: "joins"; readonly edges: readonly string[] }
  /** Returns to an earlier step, or ends at an end that stands elsewhere. */
  | { readonly type: "back" | "elsewhere"; readonly edge: string; readonly to: string };
