import type { Move } from "../../contract/move.ts";
import type { Completed, Undoing } from "../../contract/state.ts";
import { programOf } from "../../data/scope-data.ts";
import { emit, placeOf, queue, type Turn, tokensIn } from "../turn.ts";
import { beginHandler } from "./handler.ts";
import { undoInside } from "./undo-inside.ts";

interface ToUndo {
  /** Scope whose completions are undone. */
  readonly from: number;
  /** Oldest first. */
  readonly left: readonly Completed[];
  /** What the token does once all is undone. */
  readonly next: Move;
}

/** A token has something undone: it waits until the last is undone, then goes on with `next`. */
export function startUndo(turn: Turn, token: number, { from, left, next }: ToUndo): void {
  if (left.length === 0) {
    queue(turn, token, next);
    return;
  }
  emit(turn, { kind: "compensation.started", ...placeOf(turn, token), left, from, next });
  queue(turn, token, { do: "undo" });
}

/** An event asks for what was completed in its scope to be undone: all of it, or one activity. */
export function throwUndo(turn: Turn, token: number, activity: string | undefined, next: Move): void {
  const from = scopeMeant(turn, token);
  const completed = turn.draft.scopes[from]?.undo ?? [];
  const left = completed.filter(({ n }) => activity === undefined || n === activity);
  startUndo(turn, token, { from, left, next });
}

/** The scope of a token; inside an event sub-process the one around it. */
function scopeMeant(turn: Turn, token: number): number {
  const { scope } = placeOf(turn, token);
  const { container } = programOf(turn, scope);
  const around = turn.draft.scopes[scope]?.parent ?? null;
  const beside = container !== null && turn.program.nodes.get(container)?.kind === "eventSubProcess";
  return beside && around !== null ? placeOf(turn, around).scope : scope;
}

/** The newest that is left is undone; once nothing is left the token goes on. */
export function undoNext(turn: Turn, token: number): void {
  for (;;) {
    const undoing = turn.draft.tokens[token]?.w?.undoing;
    if (undoing === undefined || isUnderWay(turn, token)) return;
    const entry = undoing.left.at(-1);
    if (entry === undefined) {
      goOn(turn, token, undoing);
      return;
    }
    const begun = undoOne(turn, token, undoing, entry);
    if (begun) return;
  }
}

/** Tells whether something has begun that the token waits for. */
function undoOne(turn: Turn, token: number, { from }: Undoing, entry: Completed): boolean {
  const node = turn.program.nodes.get(entry.n);
  const taken = () => emit(turn, { kind: "compensation.taken", ...placeOf(turn, token), activity: entry.n });
  const handler = entry.open || entry.times !== undefined ? null : (node?.handler ?? null);
  if (handler !== null) return beginHandler(turn, token, from, handler, taken);
  if (node?.child != null && entry.times === undefined)
    return undoInside(turn, token, from, node, entry, taken);
  taken();
  return false;
}

/** Whether something is being undone for the token right now: one after the other. */
function isUnderWay(turn: Turn, token: number): boolean {
  for (const id in turn.draft.tokens) if (turn.draft.tokens[id]?.u === token) return true;
  return false;
}

function goOn(turn: Turn, token: number, { from, next }: Undoing): void {
  const place = placeOf(turn, token);
  const { u: waiting, w } = turn.draft.tokens[token] ?? {};
  if (w?.scope !== from) {
    emit(turn, { kind: "compensation.completed", ...place });
    queue(turn, token, next);
    return;
  }
  // Opened again below this token: what its handlers set off may still be under way there.
  if (tokensIn(turn, from).length > 0) return;
  emit(turn, { kind: "scope.closed", ...place, child: from });
  emit(turn, { kind: "compensation.completed", ...place, ends: true });
  wasUndoing(turn, waiting);
}

/** A token that undid something has ended: the one that waits for it goes on. */
export function wasUndoing(turn: Turn, waiting: number | undefined): void {
  if (waiting !== undefined) queue(turn, waiting, { do: "undo" });
}
