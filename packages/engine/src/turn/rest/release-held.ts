import { emit, placeOf, queue, type Turn } from "../turn.ts";

/** Tokens go on that were stopped together with one whose incident is resolved, by a retry or because it is gone. */
export function releaseHeld(turn: Turn): void {
  if (!turn.resolved) return;
  turn.resolved = false;
  const open = new Set<number>();
  const held: number[] = [];
  for (const id in turn.draft.tokens) {
    const { incident, held: by } = turn.draft.tokens[id]?.w ?? {};
    if (incident !== undefined) open.add(incident);
    if (by !== undefined) held.push(Number(id));
  }
  for (const token of held) {
    const { held: by, retry = { do: "open" } as const } = turn.draft.tokens[token]?.w ?? {};
    if (by === undefined || open.has(by)) continue;
    emit(turn, { kind: "token.released", ...placeOf(turn, token) });
    queue(turn, token, retry);
  }
}
