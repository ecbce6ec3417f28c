import type { BilingualText, WorkflowDefinition } from "@flowright/definition";

/**
 * One way to change the document. A command is a pure function from a definition to a definition; the
 * history keeps what was before and after. Definitions share what did not change, so a step costs no more
 * than its change and undoing it gives back the very same object, hence the very same JSON.
 */
export interface Command {
  /** Shown in "Undo: …" and read aloud. */
  readonly label: BilingualText;
  /** Commands with the same key that follow each other within a second are one step (typing in a field). */
  readonly coalesce?: string | undefined;
  execute(definition: WorkflowDefinition): Outcome;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly definition: WorkflowDefinition;
      /** Ids of the nodes and edges selected afterwards; absent: the selection stays. */
      readonly selection?: readonly string[] | undefined;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why something is not allowed: a stable code and a sentence for people. */
export interface Refusal {
  readonly code: string;
  readonly message: BilingualText;
}

/** A refusal as the outcome of a command. */
export function refused(code: string, en: string, zh: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, message: { en, "zh-CN": zh } } };
}
