import fc from "fast-check";
import { type Command, offersOf, returnTargets, type Wait } from "../src/index.ts";
import type { CaseUnderTest } from "./case-under-test.ts";

/** A random impulse; what becomes of it depends on what the case waits for. */
export interface Impulse {
  readonly pick: number;
  readonly way: number;
  readonly foreign: boolean;
  readonly by: string;
  readonly data: { readonly [name: string]: null | boolean | number | string };
}

export const impulses: fc.Arbitrary<Impulse[]> = fc.array(
  fc.record({
    pick: fc.nat({ max: 1000 }),
    way: fc.nat({ max: 20 }),
    foreign: fc.constantFrom(false, false, false, false, false, false, true),
    by: fc.constantFrom("ann", "bob", "cai", "mallory"),
    data: fc.dictionary(
      fc.constantFrom("a", "b", "c", "owner", "missing", "__proto__", "constructor"),
      fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.constantFrom("ann", "x")),
      { maxKeys: 2 },
    ),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The command that an impulse means; where it is foreign, its ids are of something that is not open. */
export function commandFor(underTest: CaseUnderTest, impulse: Impulse): Command {
  const { pick, foreign, by } = impulse;
  if (underTest.state === null && !foreign) {
    const defaults = { owner: "ann", owners: ["ann", "bob"], a: 1 };
    return {
      kind: "instance.start",
      variables: { ...defaults, ...impulse.data },
      by: pick % 4 === 0 ? null : by,
      ...(pick % 5 === 0 ? { called: {} } : {}),
    };
  }
  if (underTest.status === "suspended" && pick % 2 === 0) return { kind: "instance.resume", by };
  const waits = underTest.waits();
  const wait = waits[pick % Math.max(1, waits.length)];
  if (foreign) return anyCommand(impulse);
  if (wait === undefined || pick % 6 === 0) return casework(underTest, impulse);
  return answer(underTest, wait, impulse);
}

function answer(underTest: CaseUnderTest, wait: Wait, impulse: Impulse): Command {
  const { way, data } = impulse;
  const { id } = wait;
  switch (wait.kind) {
    case "task": {
      const by = way % 5 === 4 ? impulse.by : (underTest.assigneeOf(id) ?? impulse.by);
      if (way === 0) return { kind: "task.claim", task: id, by };
      if (way === 1) return { kind: "task.release", task: id, by };
      if (way === 2) return { kind: "task.transfer", task: id, by, to: impulse.by, reason: "busy" };
      if (way === 3)
        return { kind: "task.return", task: id, by, reason: "incomplete", ...backTo(underTest, id, impulse) };
      const outcome = way % 2 === 0 ? "approved" : "rejected";
      return { kind: "task.complete", task: id, by, data, outcome, comment: "seen", checked: [] };
    }
    case "job":
      if (way < 3)
        return { kind: "job.fail", job: id, message: "no answer", ...(way < 2 ? { code: "E" } : {}) };
      return { kind: "job.complete", job: id, result: { ok: way % 2 === 0 } };
    case "timer":
      return { kind: "timer.fire", timer: id };
    case "message":
      return {
        kind: "message.deliver",
        subscription: id,
        message: { name: "m", key: null, id: `id-${id}`, data: way % 2 === 0 ? { a: way } : {} },
      };
    case "call":
      if (way === 11) return { kind: "call.escalate", call: id, code: "E", message: "late" };
      if (way < 3)
        return { kind: "call.fail", call: id, message: "stopped", ...(way < 2 ? { code: "E" } : {}) };
      return { kind: "call.complete", call: id, result: { ok: way % 2 === 0 } };
    case "signal":
      return {
        kind: "signal.deliver",
        subscription: id,
        signal: { name: "s", id: `id-${id}`, data: way % 2 === 0 ? { a: way } : {} },
      };
    case "incident":
      if (way % 3 === 0) return { kind: "incident.retry", incident: id, by: impulse.by };
      return { kind: "variables.set", variables: { a: 2, b: true, missing: 3, ...data }, by: impulse.by };
  }
}

/** An earlier step, or nothing for the initiator. */
function backTo({ program, state }: CaseUnderTest, task: number, { pick }: Impulse) {
  const targets = state === null ? [] : returnTargets(program, state, task);
  const target = targets[pick % (targets.length + 1)];
  return target === undefined ? {} : { to: target.node, way: target.ways[pick % target.ways.length] };
}

/** What people do by hand to containers and to what is done several times. */
function casework(underTest: CaseUnderTest, impulse: Impulse): Command {
  const { pick, way, by } = impulse;
  const { state, program } = underTest;
  const of = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  const offer = state === null ? undefined : of(offersOf(program, state));
  if (offer !== undefined && way < 8) return { kind: "adHoc.start", ...offer, by };
  if (offer !== undefined && way < 10) return { kind: "adHoc.finish", scope: offer.scope, by };
  const many = of(Object.entries(state?.tokens ?? {}).filter(([, token]) => token.w?.many));
  const token = Number(many?.[0] ?? -1);
  if (many !== undefined && way < 3) return { kind: "instances.remove", token, index: 1 + (pick % 4), by };
  if (many !== undefined && way < 5) return { kind: "instances.add", token, items: [way, null], by };
  if (many !== undefined && way < 7) return { kind: "turn.continue" };
  const plan = of(
    Object.entries(state?.scopes ?? {}).filter(
      ([, { node }]) => program.nodes.get(node ?? "")?.kind === "plan",
    ),
  );
  if (plan !== undefined && way < 10) return addedTo(underTest, Number(plan[0]), plan[1].node ?? "", impulse);
  const task = of(underTest.waits("task"))?.id;
  if (task !== undefined)
    return { kind: way % 2 === 0 ? "approval.add" : "approval.remove", task, by, person: by };
  return anyCommand(impulse);
}

/** One step more in a plan, beside, after or before one that it has. */
function addedTo(
  { program, events }: CaseUnderTest,
  scope: number,
  plan: string,
  { pick, way, by }: Impulse,
): Command {
  const steps = program.nodes.get(plan)?.child?.nodes.map(({ id }) => id) ?? [];
  const step = steps[pick % Math.max(1, steps.length)];
  const named = step === undefined ? [] : [step];
  const node = { id: `added${events.length}`, kind: "manualTask" } as const;
  const asked = way % 3;
  return {
    kind: "plan.add",
    scope,
    node: way % 2 === 0 ? node : { ...node, kind: "userTask", who: { type: "people", people: ["ann"] } },
    after: asked === 1 ? named : [],
    before: asked === 2 ? named : [],
    by,
  };
}

function anyCommand({ pick, way, by, data }: Impulse): Command {
  const commands: Command[] = [
    { kind: "task.claim", task: pick, by },
    { kind: "task.release", task: pick, by },
    { kind: "task.transfer", task: pick, by, to: by, reason: "" },
    { kind: "task.complete", task: pick, by, data },
    { kind: "task.return", task: pick, by, reason: "" },
    { kind: "job.complete", job: pick, result: data },
    { kind: "job.fail", job: pick, code: "E", message: "" },
    { kind: "timer.fire", timer: pick },
    { kind: "message.deliver", subscription: pick, message: { name: "m", key: "k", id: "i", data } },
    { kind: "incident.retry", incident: pick, by },
    { kind: "signal.deliver", subscription: pick, signal: { name: "s", id: "i", data } },
    { kind: pick % 2 === 0 ? "instance.suspend" : "instance.resume", by },
    { kind: "variables.set", variables: data, by },
    { kind: "adHoc.start", scope: pick, node: "x", by },
    { kind: "adHoc.finish", scope: pick, by },
    { kind: "instances.add", token: pick, items: [1], by },
    { kind: "instances.remove", token: pick, index: way, by },
    { kind: "turn.continue" },
    { kind: "approval.add", task: pick, by, person: by },
    { kind: "approval.remove", task: pick, by, person: by },
    { kind: "plan.add", scope: pick, node: { id: "x", kind: "end" }, after: [], before: [], by },
  ];
  return commands[way] ?? { kind: "instance.resume", by };
}
