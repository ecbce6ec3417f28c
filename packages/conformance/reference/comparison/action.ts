import type { Node } from "@flowright/definition";
import type { Json } from "@flowright/engine";

export type JsonData = { readonly [name: string]: Json };

/** One thing that happens to a case, named without either side's numbers. */
export type Action =
  | {
      readonly do: "start";
      readonly by: string | null;
      readonly variables: JsonData;
      readonly node: string | null;
      readonly type: "none" | "message" | "signal" | "timer" | "condition";
      readonly called: boolean;
    }
  | {
      readonly do: "complete";
      readonly key: string;
      readonly nth: number;
      readonly by: string;
      readonly data: JsonData;
      readonly outcome: "approved" | "rejected" | null;
    }
  | { readonly do: "claim"; readonly key: string; readonly nth: number; readonly by: string }
  | { readonly do: "release"; readonly key: string; readonly nth: number; readonly by: string }
  | {
      readonly do: "transfer";
      readonly key: string;
      readonly nth: number;
      readonly by: string;
      readonly to: string;
    }
  | { readonly do: "revise"; readonly key: string; readonly nth: number; readonly by: string }
  | { readonly do: "finish"; readonly key: string; readonly nth: number; readonly result: JsonData }
  | { readonly do: "fail"; readonly key: string; readonly nth: number; readonly code: string | null }
  | { readonly do: "escalate"; readonly key: string; readonly nth: number; readonly code: string }
  | { readonly do: "fire"; readonly key: string; readonly nth: number; readonly now: string }
  | { readonly do: "deliver"; readonly key: string; readonly nth: number; readonly data: JsonData }
  | { readonly do: "retry"; readonly key: string; readonly nth: number }
  | { readonly do: "ask"; readonly key: string; readonly nth: number; readonly person: string }
  | { readonly do: "unask"; readonly key: string; readonly nth: number; readonly person: string }
  | {
      readonly do: "return";
      readonly key: string;
      readonly nth: number;
      readonly by: string;
      readonly to: string;
      readonly way: "walk" | "jump";
    }
  /** Casework; `path` is a scope and `node` what stands or begins in it. */
  | { readonly do: "begin"; readonly path: string; readonly node: string }
  | { readonly do: "end"; readonly path: string }
  | { readonly do: "add"; readonly path: string; readonly node: string; readonly items: readonly Json[] }
  | { readonly do: "remove"; readonly path: string; readonly node: string; readonly index: number }
  /** One more step of a plan, for this case alone. */
  | {
      readonly do: "plan";
      readonly path: string;
      readonly node: Node;
      readonly after: readonly string[];
      readonly before: readonly string[];
    }
  /** Repair by hand: what stands at a node of a scope ends, and a node begins there. */
  | {
      readonly do: "modify";
      readonly path: string;
      readonly cancel: string | null;
      readonly start: string | null;
    }
  | { readonly do: "set"; readonly variables: JsonData }
  | { readonly do: "suspend" }
  | { readonly do: "resume" }
  | { readonly do: "cancel" };

/** An answer to something that waits. */
export type AtWait = Extract<Action, { readonly key: string }>;

/** What people do to containers and to activities that are done several times. */
export type Casework = Extract<Action, { readonly path: string }>;
