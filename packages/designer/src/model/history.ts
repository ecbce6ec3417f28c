import type { BilingualText, WorkflowDefinition } from "@flowright/definition";
import { settle } from "./behaviour/settle.ts";
import type { Command, Outcome } from "./command/command.ts";

interface Step {
  readonly label: BilingualText;
  readonly before: WorkflowDefinition;
  readonly after: WorkflowDefinition;
  readonly selectionBefore: readonly string[];
  readonly selectionAfter: readonly string[];
  readonly coalesce: string | undefined;
  readonly at: number;
}

/** The document with its past and future. Immutable: every function returns a new history. */
export interface History {
  readonly definition: WorkflowDefinition;
  readonly selection: readonly string[];
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** Typing pauses longer than this start a new step. */
const COALESCE_MILLISECONDS = 1_000;
/** Older steps are forgotten. */
const MOST_STEPS = 1_000;

export function historyOf(definition: WorkflowDefinition): History {
  return { definition, selection: [], past: [], future: [] };
}

/** Carries out a command with the behaviours that follow from it, as one step. */
export function execute(
  history: History,
  command: Command,
  now: number,
): { readonly history: History; readonly outcome: Outcome } {
  const outcome = command.execute(history.definition);
  if (!outcome.ok) return { history, outcome };
  const definition = settle(history.definition, outcome.definition);
  if (definition === history.definition) {
    return { history: { ...history, selection: outcome.selection ?? history.selection }, outcome };
  }
  const selection = outcome.selection ?? history.selection;
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    command.coalesce !== undefined &&
    last.coalesce === command.coalesce &&
    now - last.at < COALESCE_MILLISECONDS;
  const step: Step = {
    label: command.label,
    before: joins ? last.before : history.definition,
    after: definition,
    selectionBefore: joins ? last.selectionBefore : history.selection,
    selectionAfter: selection,
    coalesce: command.coalesce,
    at: now,
  };
  const past = [...(joins ? history.past.slice(0, -1) : history.past), step].slice(-MOST_STEPS);
  return {
    history: { definition, selection, past, future: [] },
    outcome: { ok: true, definition, selection },
  };
}

/** Another definition from outside as one step that can be undone. */
export function replacedBy(
  history: History,
  definition: WorkflowDefinition,
  label: BilingualText,
  now: number,
): History {
  const step: Step = {
    label,
    before: history.definition,
    after: definition,
    selectionBefore: history.selection,
    selectionAfter: [],
    coalesce: undefined,
    at: now,
  };
  return { definition, selection: [], past: [...history.past, step].slice(-MOST_STEPS), future: [] };
}

/** One step back; the selection is the one before the step. */
export function undone(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    definition: step.before,
    selection: step.selectionBefore,
    past: history.past.slice(0, -1),
    future: [step, ...history.future],
  };
}

/** One step forward again. */
export function redone(history: History): History {
  const step = history.future[0];
  if (!step) return history;
  return {
    definition: step.after,
    selection: step.selectionAfter,
    past: [...history.past, step],
    future: history.future.slice(1),
  };
}

/** Joins the steps made since `mark` (a length of `past`) into one: a transaction. */
export function joined(history: History, mark: number, label: BilingualText): History {
  const made = history.past.slice(mark);
  const first = made[0];
  const last = made.at(-1);
  if (!first || !last) return history;
  const step: Step = {
    label,
    before: first.before,
    after: last.after,
    selectionBefore: first.selectionBefore,
    selectionAfter: history.selection,
    coalesce: undefined,
    at: last.at,
  };
  return { ...history, past: [...history.past.slice(0, mark), step] };
}
