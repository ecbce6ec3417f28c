import type { WorkflowDefinition } from "@flowright/definition";
import type { Act } from "@flowright/scenarios/stage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  advancedBy,
  callEnded,
  callFailed,
  jobAnswered,
  jobFailed,
  messageSent,
  retried,
  signalSent,
  taskDone,
  toNextTimer,
} from "./acts.ts";
import { runAllKept, runKept } from "./kept-scenarios.ts";
import { doerOf, madeUpPeople, STARTER } from "./made-up-people.ts";
import { replayOf } from "./replay.ts";
import { outcomeOf, scenarioOf } from "./scenario-of.ts";
import {
  coverageIn,
  currentOf,
  nowIn,
  onWay,
  openSession,
  placeOf,
  played,
  type Session,
  statusIn,
  tipsOf,
  wayOf,
  wentTo,
} from "./session.ts";
import { suggestedAct } from "./suggested-act.ts";
import { offersIn, type PlayWait } from "./waits.ts";

const NOW = "2026-01-05T01:00:00.000Z";

/** Work, calls, a choice with a way back, branches side by side, several instances, timers, messages, a called flow. */
const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  variables: {
    type: "object",
    properties: {
      answer: { type: "string" },
      ok: { type: "boolean" },
      items: { type: "array", items: { type: "string" } },
    },
  },
  nodes: [
    { id: "start", kind: "start" },
    {
      id: "check",
      kind: "serviceTask",
      call: { system: "shop", operation: "check" },
      output: [{ target: "answer", value: "result.answer" }],
    },
    {
      id: "late",
      kind: "boundary",
      attachedTo: "approve",
      event: { type: "timer", duration: "PT4H" },
      interrupting: false,
    },
    { id: "note", kind: "manualTask" },
    { id: "approve", kind: "approval", who: { type: "role", role: "fin" }, rule: { type: "nOfM", n: 2 } },
    { id: "split", kind: "parallel" },
    {
      id: "pack",
      kind: "userTask",
      who: { type: "role", role: "wh" },
      loop: { type: "multiInstance", collection: '["a", "b"]' },
    },
    { id: "hear", kind: "receiveTask", message: { name: "paid", key: '"k"' } },
    { id: "join", kind: "parallel" },
    { id: "sub", kind: "callActivity", process: "other", output: [{ target: "ok", value: "result.ok" }] },
    { id: "which", kind: "exclusive" },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "start", target: "check" },
    { id: "e2", source: "check", target: "approve" },
    { id: "e3", source: "approve", target: "split" },
    { id: "e4", source: "split", target: "pack" },
    { id: "e5", source: "split", target: "hear" },
    { id: "e6", source: "pack", target: "join" },
    { id: "e7", source: "hear", target: "join" },
    { id: "e8", source: "join", target: "sub" },
    { id: "e9", source: "sub", target: "which" },
    { id: "e10", source: "which", target: "end", condition: "ok = true" },
    { id: "e11", source: "which", target: "check", default: true },
    { id: "e12", source: "late", target: "note" },
  ],
} as WorkflowDefinition;

const PEOPLE = madeUpPeople(flow, []);
const START: Act = { kind: "start", start: { kind: "by-hand", by: STARTER, variables: {} } };

function fresh(): Session {
  const opened = openSession(flow, PEOPLE, NOW);
  if (!opened.ok) throw new Error(opened.problems.map(({ code, path }) => `${code} ${path}`).join());
  return opened.session;
}

function after(session: Session, ...acts: readonly Act[]): Session {
  return acts.reduce((at, act) => {
    const next = played(at, act);
    if (!next.ok) throw new Error(next.text.en);
    return next.session;
  }, session);
}

/** Everything that can be done now, the clock included. */
function possible(session: Session): readonly Act[] {
  const moment = currentOf(session);
  if (!moment) return [START];
  return [...moment.waits.flatMap(actsOf), advancedBy("PT90M"), signalSent("nobody", {}), toNextTimer];
}

function actsOf(wait: PlayWait): readonly Act[] {
  switch (wait.kind) {
    case "task": {
      const by = doerOf(PEOPLE, wait.task);
      const outcome = wait.task.type === "approval" ? ("approved" as const) : undefined;
      return [taskDone(wait, { by, data: {}, outcome })];
    }
    case "job":
      return [jobAnswered(wait, { answer: "yes" }), jobFailed(wait, "")];
    case "message":
      return [messageSent(wait.name, wait.messageKey, {})];
    case "call":
      return [callEnded(wait, { ok: true }), callEnded(wait, { ok: false }), callFailed(wait, "NO")];
    case "incident":
      return [retried(wait, STARTER)];
    default:
      return [];
  }
}

/** What a person sees at a moment. */
const seen = (session: Session) =>
  JSON.stringify([currentOf(session)?.scene ?? null, currentOf(session)?.waits ?? [], nowIn(session)]);

const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 18 });

function walked(picks: readonly number[]): { session: Session; seen: string[] } {
  let session = fresh();
  const all = [seen(session)];
  for (const pick of picks) {
    const acts = possible(session);
    const act = acts[pick % acts.length];
    const next = act ? played(session, act) : null;
    if (!next?.ok) continue;
    session = next.session;
    all.push(seen(session));
  }
  return { session, seen: all };
}

describe("time travel", () => {
  it("shows at every moment what was there, however one goes back and forth", () => {
    fc.assert(
      fc.property(choices, fc.array(fc.nat(30), { maxLength: 12 }), (picks, jumps) => {
        const { session, seen: all } = walked(picks);
        let at = session;
        for (const jump of jumps) {
          const place = jump % all.length;
          at = wentTo(at, place);
          expect(seen(at)).toBe(all[place]);
          expect(placeOf(at)).toBe(place);
        }
        expect(seen(wentTo(at, all.length - 1))).toBe(all.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it("another way from an earlier moment leaves the first one as it was", () => {
    fc.assert(
      fc.property(choices, choices, fc.nat(30), (first, second, back) => {
        const { session, seen: all } = walked(first);
        let other = wentTo(session, back % all.length);
        for (const pick of second) {
          const acts = possible(other);
          const act = acts[pick % acts.length];
          const next = act ? played(other, act) : null;
          if (next?.ok) other = next.session;
        }
        if (session.tip === null) return;
        const again = onWay(other, session.tip);
        all.forEach((expected, place) => {
          expect(seen(wentTo(again, place))).toBe(expected);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("the same acts give the same moments again", () => {
    fc.assert(
      fc.property(choices, (picks) => {
        const { session, seen: all } = walked(picks);
        const again = after(fresh(), ...wayOf(session).map(({ act }) => act));
        expect(seen(again)).toBe(all.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it("goes forwards along the way that was chosen", () => {
    const begun = after(fresh(), START);
    const one = after(begun, advancedBy("PT1H"));
    const two = after(wentTo(one, 1), advancedBy("PT2H"));
    expect(tipsOf(two)).toHaveLength(2);
    expect(nowIn(wentTo(two, 99))).toBe("2026-01-05T03:00:00.000Z");
    expect(nowIn(onWay(two, tipsOf(two)[0] ?? -1))).toBe("2026-01-05T02:00:00.000Z");
  });
});

describe("a scenario from what was played", () => {
  it("comes to the same end when it is run", async () => {
    await fc.assert(
      fc.asyncProperty(choices, async (picks) => {
        const { session } = walked(picks);
        const outcome = outcomeOf(session);
        const view = currentOf(session)?.cases[0]?.view;
        if (!outcome || !view) return;
        const scenario = scenarioOf(session, {
          id: "kept",
          name: { en: "Kept", "zh-CN": "保存" },
          expect: {
            status: view.status as "active",
            waiting: outcome.waiting,
            visited: outcome.visited,
            incidents: outcome.incidents,
            variables: view.variables,
          },
        });
        if (!scenario) throw new Error("nothing was played");
        const kept = JSON.parse(JSON.stringify(scenario));
        const result = await runKept(flow, kept);
        expect(result.findings).toEqual([]);
        expect(JSON.stringify(result.events[0])).toBe(JSON.stringify(view.events));
        const replayed = replayOf(flow, kept);
        expect(replayed.ok && seen(replayed.session)).toBe(seen(session));
      }),
      { numRuns: 20 },
    );
  });

  it("says where it breaks after the flow has changed, and opens there", async () => {
    let session = after(fresh(), START);
    for (let act = suggestedAct(session, () => []); act !== null; act = suggestedAct(session, () => [])) {
      session = after(session, act);
      if (placeOf(session) > 40) break;
    }
    const [first] = wayOf(session);
    expect(first?.act).toEqual(START);
    const scenario = scenarioOf(wentTo(session, 4), {
      id: "kept",
      name: { en: "Kept", "zh-CN": "保存" },
      expect: { waiting: ["pack", "hear"] },
    });
    const kept = JSON.parse(JSON.stringify(scenario));
    const stricter = JSON.parse(JSON.stringify(flow).replace('"n":2', '"n":1')) as WorkflowDefinition;
    const [outcome] = await runAllKept({ ...stricter, scenarios: [kept] });
    expect(outcome?.ok).toBe(false);
    expect(outcome?.findings[0]?.step).toBe(3);
    const opened = replayOf(stricter, kept, outcome?.findings[0]?.step);
    expect(opened).toMatchObject({ ok: true, stoppedBy: { en: expect.stringContaining("approve") } });
    expect(opened.ok && placeOf(opened.session)).toBe(3);
  });

  it("is told apart from what is no scenario, which does not stop the others", async () => {
    const bad = { schema: "flowright/scenario/v1" as const, id: "bad", name: "Bad" };
    const outcomes = await runAllKept({ ...flow, scenarios: [bad, bad] });
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false]);
    expect(outcomes[0]?.findings[0]?.text["zh-CN"]).not.toBe("");
  });
});

describe("playing", () => {
  it("goes by itself to the end where all goes well", () => {
    const straight: WorkflowDefinition = {
      ...flow,
      edges: flow.edges.map((edge) => (edge.id === "e10" ? { ...edge, condition: "ok != null" } : edge)),
    };
    const opened = openSession(straight, PEOPLE, NOW);
    if (!opened.ok) throw new Error("does not compile");
    let session = after(opened.session, START);
    for (let act = suggestedAct(session, () => []); act !== null; act = suggestedAct(session, () => []))
      session = after(session, act);
    expect(statusIn(currentOf(session))).toBe("completed");
    const { taken, missing } = coverageIn(session);
    expect(missing).toEqual(["e11", "e12"]);
    expect(taken).toBe(10);
  });

  it("refuses what cannot be done, and nothing has changed", () => {
    const begun = after(fresh(), START);
    const refused = played(begun, { kind: "step", step: { kind: "task", node: "approve", by: "fin 1" } });
    expect(refused.ok).toBe(false);
    expect(offersIn(currentOf(begun)?.cases ?? [])).toEqual([]);
  });

  it("does not begin while the flow has errors", () => {
    const broken = { ...flow, edges: [{ id: "e1", source: "start", target: "nowhere" }] };
    expect(openSession(broken, PEOPLE, NOW).ok).toBe(false);
  });
});
