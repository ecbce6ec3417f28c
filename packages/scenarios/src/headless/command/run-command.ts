import type { JsonObject } from "@flowright/engine";

/** `scope` narrows a command to a case (`2`), or to a scope of it and what lies inside (`2.7`); else the oldest is meant. */
interface Scoped {
  readonly scope?: string | undefined;
}

interface AtNode extends Scoped {
  readonly node: string;
}

export type RunCommand =
  | {
      readonly do: "start";
      readonly process?: string | undefined;
      /** A start event, whatever starts it. */
      readonly node?: string | undefined;
      readonly variables?: JsonObject | undefined;
    }
  /** What is waited for at the step is done: a task, a call to a system, a message, a time. */
  | ({
      readonly do: "complete";
      readonly data?: JsonObject | undefined;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
    } & AtNode)
  /** A system does not answer: an incident. */
  | ({ readonly do: "fail"; readonly message?: string | undefined } & AtNode)
  | ({
      readonly do: "throw";
      readonly code: string;
      readonly message?: string | undefined;
      readonly escalation?: boolean | undefined;
    } & AtNode)
  | ({
      readonly do: "message";
      readonly name: string;
      /** Absent: whoever waits for the name, whatever the key. */
      readonly key?: string | undefined;
      readonly data?: JsonObject | undefined;
      readonly id?: string | undefined;
    } & Scoped)
  | ({ readonly do: "signal"; readonly name: string; readonly data?: JsonObject | undefined } & Scoped)
  /** The event at the node happens now, whatever its kind. */
  | ({ readonly do: "trigger"; readonly data?: JsonObject | undefined } & AtNode)
  /** The clock moves on by an ISO duration; what is due happens. */
  | { readonly do: "advance"; readonly by: string }
  /** From now on this choice takes these lines. */
  | ({ readonly do: "choose"; readonly edges: readonly string[] } & AtNode)
  /** From now on this step waits. */
  | ({ readonly do: "hold" } & AtNode)
  | ({ readonly do: "set"; readonly variables: JsonObject } & Scoped)
  | ({ readonly do: "cancel"; readonly reason?: string | undefined } & Scoped)
  | ({
      readonly do: "modify";
      readonly cancel?: readonly string[] | undefined;
      readonly start?: readonly string[] | undefined;
      readonly reason?: string | undefined;
    } & Scoped)
  | ({
      readonly do: "return";
      readonly to?: string | undefined;
      readonly reason?: string | undefined;
      readonly way?: "walk" | "jump" | undefined;
    } & AtNode)
  /** What failed at a step is tried again. */
  | ({ readonly do: "retry" } & AtNode)
  | { readonly do: "state" }
  | { readonly do: "restore"; readonly state: JsonObject };

export type CommandOf<K extends RunCommand["do"]> = Extract<RunCommand, { do: K }>;
