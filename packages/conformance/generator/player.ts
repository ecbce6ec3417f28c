import type { Node, WorkflowDefinition } from "@flowright/definition";
import type { Action, JsonData } from "../reference/comparison/action.ts";
import type { Player } from "../reference/comparison/compare.ts";
import { nthOf, type SeenWait, type View } from "../reference/comparison/view.ts";
import type { Impulse, Run } from "./run.ts";

/** How a run begins: by the first start of the flow. */
export function beginning({ nodes }: WorkflowDefinition, { by, variables, called }: Run): Action {
  const start = nodes.find((node) => node.kind === "start");
  const type = start?.trigger?.type ?? "none";
  const given = { do: "start" as const, by, variables, called };
  if (type === "message" || type === "signal" || type === "timer" || type === "condition") {
    return { ...given, node: start?.id ?? null, type };
  }
  return { ...given, node: null, type: "none" };
}

/** Makes actions of impulses. Timers happen in the order of their instants. */
export function playerOf({ by, impulses }: Run): Player {
  return (view, step) => {
    const impulse = impulses[step];
    if (impulse === undefined || (view.status !== "active" && view.status !== "suspended")) return null;
    if (view.status === "suspended") return whileSuspended(view, impulse);
    if (impulse.pick % 40 === 39) return { do: "suspend" };
    const casework = repairAction(view, impulse) ?? caseworkAction(view, impulse, step);
    if (casework) return casework;
    const first = view.waits.flatMap(({ due }) => due ?? []).sort()[0];
    const open = view.waits
      .filter(({ due }) => due === undefined || due === first)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const one = open[impulse.pick % Math.max(1, open.length)];
    if (one === undefined) return { do: "set", variables: { ...impulse.data } };
    // Waits of one name are told apart by their age, and what one of them allows another may not.
    const alike = open.filter(({ key }) => key === one.key).length;
    const nth = Math.floor(impulse.pick / 7) % alike;
    return answer(nthOf(open, one.key, nth) ?? one, nth, impulse, by);
  };
}

/** Now and then what people may do beside what waits, and always where nothing else is left. */
function caseworkAction(view: View, { pick, way }: Impulse, step: number): Action | null {
  if (view.waits.length > 0 && way > 3) return null;
  const { offers = [] } = view;
  const offer = offers[pick % Math.max(1, offers.length)];
  if (offer === undefined) return null;
  if (offer.do === "add") return { ...offer, items: [way] };
  if (offer.do !== "plan") return offer;
  const place = offer.ways[Math.floor(pick / 7) % offer.ways.length] ?? { after: [], before: [] };
  return { do: "plan", path: offer.path, node: addedStep(`added${step}`, way), ...place };
}

function addedStep(id: string, way: number): Node {
  const optional = way === 3;
  if (way === 0) return { id, kind: "manualTask" };
  if (way === 1) return { id, kind: "scriptTask", assignments: [{ target: "n", value: "n + 1" }] };
  return { id, kind: "userTask", who: { type: "role", role: "staff" }, optional };
}

/** Now and then somebody repairs the case by hand. */
function repairAction(view: View, { pick, way }: Impulse): Action | null {
  if (pick % 24 !== 7) return null;
  const { repairs = [] } = view;
  return repairs[(Math.floor(pick / 24) * 12 + way) % Math.max(1, repairs.length)] ?? null;
}

function whileSuspended({ waits }: View, { way }: Impulse): Action {
  const job = waits.find(({ kind }) => kind === "job");
  if (job === undefined || way % 2 === 0) return { do: "resume" };
  return { do: "finish", key: job.key, nth: 0, result: { ok: true } };
}

function answer(wait: SeenWait, nth: number, impulse: Impulse, by: string | null): Action {
  const { way, data } = impulse;
  const at = { key: wait.key, nth };
  switch (wait.kind) {
    case "task":
      return taskAction(wait, nth, impulse, by);
    case "job":
      if (way < 4) return { do: "fail", ...at, code: [null, "E1", "E2", null][way] ?? null };
      return { do: "finish", ...at, result: { ok: way % 2 === 0 } };
    case "call":
      if (way < 3) return { do: "fail", ...at, code: [null, "E1", "E2"][way] ?? null };
      if (way === 3) return { do: "escalate", ...at, code: "E1" };
      return { do: "finish", ...at, result: { a: way } };
    case "timer":
      return { do: "fire", ...at, now: wait.due ?? "" };
    case "message":
    case "signal":
      return { do: "deliver", ...at, data: way % 3 === 0 ? {} : { a: way % 4 } };
    case "incident":
      if (way % 2 === 0) return { do: "retry", ...at };
      return { do: "set", variables: { a: 2, b: true, owner: "ann", owners: ["ann", "bob"], ...data } };
  }
}

function taskAction(
  wait: SeenWait,
  nth: number,
  { pick, way, data }: Impulse,
  initiator: string | null,
): Action {
  const people = wait.people ?? [];
  const by = wait.assignee ?? people[pick % Math.max(1, people.length)] ?? "ann";
  const at = { key: wait.key, nth };
  if (way === 0 && wait.assignee === null) return { do: "claim", ...at, by };
  if (way === 1 && initiator !== null && wait.type !== "revision") return { do: "revise", ...at, by };
  const { targets = [] } = wait;
  const to = targets[pick % Math.max(1, targets.length)];
  if (way === 2 && to !== undefined) return { do: "return", ...at, by, to, way: "walk" };
  const near = wait.near?.[pick % Math.max(1, wait.near.length)];
  if (way === 5 && near !== undefined) return { do: "return", ...at, by, to: near, way: "jump" };
  if (way === 7 && wait.asking?.more) return { do: "ask", ...at, person: "dan" };
  if (way === 8 && wait.asking?.fewer) return { do: "unask", ...at, person: wait.assignee ?? "" };
  const heir = wait.heirs?.[pick % Math.max(1, wait.heirs.length)];
  if (way === 9 && heir !== undefined) return { do: "transfer", ...at, by, to: heir };
  if (way === 10 && wait.releasable) return { do: "release", ...at, by };
  const outcome = wait.type !== "approval" ? null : way % 3 === 0 ? "rejected" : "approved";
  return { do: "complete", ...at, by, data: withoutNothing(data), outcome };
}

function withoutNothing(data: JsonData): JsonData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
