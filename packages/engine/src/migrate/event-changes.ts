import type { InstanceState, TokenState, Waits } from "../contract/state.ts";
import type { NodeProgram } from "../program/program.ts";
import { listensAgain, triggerOf } from "../turn/open/open-events.ts";
import type { Mapping } from "./mapping.ts";

/** Something that a token waits for with a row, or a condition. */
export interface EventRow {
  readonly kind: "timer" | "message" | "signal" | "condition";
  /** Of the row; -1 for a condition, which has none. */
  readonly id: number;
  /** The event's own node in the old version. */
  readonly node: string;
}

/** What changes for the events that one token waits for. */
export interface EventChange {
  readonly token: number;
  readonly scope: number;
  readonly closes: readonly EventRow[];
  readonly opens: readonly NodeProgram[];
  /** Conditions, by their name in the new version, that are now worded in another way. */
  readonly asks: readonly string[];
}

/** What changes for the events at the tokens; those that stay keep their rows, and those that happened stay so. */
export function eventChanges(mapping: Mapping, state: InstanceState): EventChange[] {
  return Object.entries(state.tokens).flatMap(([id, token]) => {
    const before = mapping.from.nodes.get(token.n);
    const after = mapping.node(token.n);
    if (token.l !== undefined || before === undefined || after === undefined) return [];
    // What a step of a plan waits for, as long as it waits, are no events.
    if (token.w?.ahead !== undefined && token.w.ahead.free === undefined) return [];
    const once = state.scopes[token.s]?.i !== undefined;
    return [
      changeAt(mapping, Number(id), token, eventsAt(before, token, once), eventsAt(after, token, once)),
    ];
  });
}

/** The events that a token at a node waits for in its course: its own, those after it, those at its boundary. */
function eventsAt(node: NodeProgram, { w }: TokenState, once: boolean): NodeProgram[] {
  if (node.kind === "eventBased") return node.outgoing.map(({ target }) => target);
  const own = (node.kind === "catch" || node.kind === "receiveTask") && w?.many === undefined ? [node] : [];
  return once ? own : [...own, ...node.boundaries];
}

function changeAt(
  mapping: Mapping,
  id: number,
  token: TokenState,
  before: readonly NodeProgram[],
  after: readonly NodeProgram[],
): EventChange {
  const closes: EventRow[] = [];
  const kept = new Set<NodeProgram>();
  const replaced = new Set<NodeProgram>();
  const asks: string[] = [];
  for (const row of rowsOf(token.w ?? {})) {
    const event = before.find((one) => one.id === row.node);
    if (event === undefined) continue;
    const target = mapping.node(row.node);
    const stays = target !== undefined && after.includes(target);
    if (stays && !kept.has(target) && isSameEvent(event, target)) {
      kept.add(target);
      if (row.kind === "condition" && isReworded(event, target)) asks.push(target.id);
      continue;
    }
    closes.push(row);
    if (stays) replaced.add(target);
  }
  const known = new Set(before.map((event) => mapping.node(event.id)));
  const opens = isOpen(token)
    ? after.filter((event) => !kept.has(event) && (replaced.has(event) || !known.has(event)))
    : [];
  return { token: id, scope: token.s, closes, opens, asks };
}

function rowsOf({ timers = {}, subs = {}, signals = {}, conds = {} }: Waits): EventRow[] {
  const rows = (kind: EventRow["kind"], table: { readonly [id: string]: string }): EventRow[] =>
    Object.entries(table).map(([id, node]) => ({ kind, id: Number(id), node }));
  return [
    ...rows("timer", timers),
    ...rows("message", subs),
    ...rows("signal", signals),
    ...Object.keys(conds)
      .sort()
      .map((node): EventRow => ({ kind: "condition", id: -1, node })),
  ];
}

/** Whether the events of a token have been opened: it has not stopped before, and is not still being undone for. */
function isOpen({ w = {} }: TokenState): boolean {
  if (w.undoing?.next.do === "open") return false;
  if (w.incident === undefined && w.held === undefined) return true;
  return w.retry !== undefined && !["open", "fork", "arrive", "withdraw"].includes(w.retry.do);
}

/** Whether what is waited for can stay: a message or signal of the same name, a timer that repeats as before. */
export function isSameEvent(before: NodeProgram, after: NodeProgram): boolean {
  const [old, now] = [triggerOf(before), triggerOf(after)];
  if (old === null || now === null || old.type !== now.type) return false;
  if (old.type === "message" && now.type === "message") return old.message.name === now.message.name;
  if (old.type === "signal" && now.type === "signal") return old.signal.name === now.signal.name;
  return old.type !== "timer" || repeats(before) === repeats(after);
}

function repeats(event: NodeProgram): boolean {
  const { type } = event.parts.timer ?? {};
  return listensAgain(event) && (type === "cycle" || type === "cron");
}

function isReworded(before: NodeProgram, after: NodeProgram): boolean {
  return before.parts.condition?.source !== after.parts.condition?.source;
}
