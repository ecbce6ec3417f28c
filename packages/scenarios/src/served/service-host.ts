import type { WorkflowDefinition } from "@flowright/definition";
import { fold, type InstanceState } from "@flowright/engine";
import { durationMilliseconds } from "@flowright/expressions";
import type { Scenario, ScenarioStart, ScenarioStep } from "../format/scenario.ts";
import { commandOf } from "../run/command-of.ts";
import { callsRun, NO_ANSWER, noDuration, nothingDue, notThere, wrongFate } from "../run/failures.ts";
import { isNamed, nameCases } from "../run/name-cases.ts";
import { type CaseView, ScenarioFailure, type ScenarioHost } from "../run/scenario-host.ts";
import { waitsAt } from "../run/waits-at.ts";
import type { ScenarioServices, ServedCase, TakenJob } from "./scenario-services.ts";
import { servedView } from "./served-view.ts";

/** Waits a little; the caller has the timers that this package, which runs in browsers too, does not reach for. */
export type Pause = (milliseconds: number) => Promise<void>;

const PATIENCE_ROUNDS = 500;
const PAUSE_MS = 20;

/**
 * Runs a scenario through a runtime or a server, where things happen by themselves and a little later. `others` are
 * the flows that cases are migrated to, by the names of their files.
 */
export function serviceHost(
  scenario: Pick<Scenario, "definition" | "people">,
  services: ScenarioServices,
  pause: Pause,
  others: ReadonlyMap<string, WorkflowDefinition> = new Map(),
): ScenarioHost {
  return new ServiceHost(scenario, services, pause, others);
}

type StepOf<K extends ScenarioStep["kind"]> = Extract<ScenarioStep, { kind: K }>;

interface FoldedCase {
  readonly served: ServedCase;
  readonly definition: WorkflowDefinition;
  readonly state: InstanceState;
}

class ServiceHost implements ScenarioHost {
  readonly #scenario: Pick<Scenario, "definition" | "people">;
  readonly #services: ScenarioServices;
  readonly #pause: Pause;
  readonly #others: ReadonlyMap<string, WorkflowDefinition>;
  readonly #jobs: TakenJob[] = [];
  #main = "";

  constructor(
    scenario: Pick<Scenario, "definition" | "people">,
    services: ScenarioServices,
    pause: Pause,
    others: ReadonlyMap<string, WorkflowDefinition>,
  ) {
    this.#scenario = scenario;
    this.#services = services;
    this.#pause = pause;
    this.#others = others;
  }

  async start(start: ScenarioStart): Promise<void> {
    this.#main = (await this.#startedBy(start)) ?? "";
    if (this.#main === "")
      throw new ScenarioFailure({ en: "no case was started", "zh-CN": "没有启动任何流程实例" });
    await this.#quiet();
  }

  async carryOut(step: ScenarioStep): Promise<void> {
    switch (step.kind) {
      case "message":
        await this.#message(step);
        break;
      case "signal":
        await this.#services.signal(step.name, step.data ?? {});
        break;
      case "advance":
        await this.#advance(step);
        break;
      case "call":
        throw callsRun(step.node);
      case "job":
        await this.#job(step);
        break;
      case "migrate":
        await this.#migrate(step);
        break;
      default: {
        const { people } = this.#scenario;
        const found = await this.#find(step, (one) => {
          const command = commandOf(step, one, people);
          return command === null ? null : { id: one.served.id, command };
        });
        await this.#services.carryOut(found.id, found.command);
      }
    }
    await this.#quiet();
  }

  async cases(): Promise<readonly CaseView[]> {
    const views: CaseView[] = [];
    for (const served of await this.#ordered())
      views.push(servedView(served, await this.#services.events(served.id)));
    return views;
  }

  async untilSame<Difference>(look: () => Promise<readonly Difference[]>): Promise<readonly Difference[]> {
    let different: readonly Difference[] = [];
    for (let round = 0; round < PATIENCE_ROUNDS; round++) {
      different = await look();
      if (different.length === 0) break;
      await this.#pause(PAUSE_MS);
    }
    return different;
  }

  async #startedBy(start: ScenarioStart): Promise<string | undefined> {
    const services = this.#services;
    switch (start.kind) {
      case "by-hand":
        return await services.startByHand(start.by, this.#scenario.definition, start.variables);
      case "message":
        return (await services.send(messageOf(start))).instances[0];
      case "signal":
        return (await services.signal(start.name, start.data ?? {}))[0];
      case "timer": {
        const { clock } = services;
        this.#moveBeyond((await clock.nextTimer()) ?? clock.now());
        return await this.#until("a case", async () => (await services.list())[0] ?? null);
      }
    }
  }

  async #message(step: StepOf<"message">): Promise<void> {
    const { result: wanted } = step;
    const { result: fate } = await this.#services.send(messageOf(step));
    if (fate === wanted || (wanted === undefined && (fate === "delivered" || fate === "started"))) return;
    throw wrongFate(step.name, step.key ?? null, fate, wanted, await this.#waits());
  }

  async #migrate(step: StepOf<"migrate">): Promise<void> {
    const to = this.#others.get(step.to);
    const [one] = await this.#named(step.case);
    if (to === undefined || one === undefined) throw notThere(step, await this.#waits());
    const { nodes = {}, edges = {} } = step;
    await this.#services.migrate(one.id, step.by, to, { nodes, edges });
  }

  async #job(step: StepOf<"job">): Promise<void> {
    for (let failure = 0; failure < (step.failures ?? 0); failure++) {
      const job = await this.#jobAt(step);
      await this.#services.failJob(job, NO_ANSWER);
      const next = await this.#until("the next attempt", async () => {
        const at = await this.#services.clock.nextAttempt(job.instance);
        if (at !== null) return at;
        return (await this.#isOpen(job)) ? null : "given-up";
      });
      if (next === "given-up") return;
      this.#moveBeyond(next);
    }
    const { error, result } = step;
    if (error !== undefined)
      await this.#services.failJob(await this.#jobAt(step), error.message ?? error.code, error.code);
    else if (result !== undefined) await this.#services.completeJob(await this.#jobAt(step), result);
  }

  async #isOpen(job: TakenJob): Promise<boolean> {
    const { incidents } = await this.#services.read(job.instance);
    return !incidents.some(({ node, resolvedAt }) => node === job.node && resolvedAt === null);
  }

  /** Goes from one due timer to the next, so that each sees the time it was set for, as on the engine alone. */
  async #advance(step: StepOf<"advance">): Promise<void> {
    const { clock } = this.#services;
    const until = await this.#endOf(step);
    for (;;) {
      const due = await clock.nextTimer();
      if (due === null || due > until) break;
      this.#moveBeyond(due);
      await this.#until("the timer", async () => {
        const next = await clock.nextTimer();
        return next === due ? null : true;
      });
      await this.#quiet();
    }
    if (until > clock.now()) clock.moveTo(until);
  }

  async #endOf(step: StepOf<"advance">): Promise<number> {
    const { clock } = this.#services;
    if ("to" in step) {
      const due = await clock.nextTimer();
      if (due === null) throw nothingDue();
      return due;
    }
    const milliseconds = durationMilliseconds(step.duration);
    if (milliseconds === null) throw noDuration(step.duration);
    return clock.now() + milliseconds;
  }

  #moveBeyond(time: number): void {
    const { clock } = this.#services;
    if (time >= clock.now()) clock.moveTo(time + 1);
  }

  async #jobAt(step: StepOf<"job">): Promise<TakenJob> {
    return await this.#find(step, async ({ served, definition, state }) => {
      this.#jobs.push(...(await this.#services.takeJobs()));
      for (const { id } of waitsAt(definition, state, "job", step)) {
        const index = this.#jobs.findIndex((job) => job.id === `${served.id}.${id}`);
        const [job] = index < 0 ? [] : this.#jobs.splice(index, 1);
        if (job !== undefined) return job;
      }
      return null;
    });
  }

  /** The first case, of those that a step can mean, in which there is what is looked for. */
  async #find<T>(step: ScenarioStep, look: (one: FoldedCase) => T | null | Promise<T | null>): Promise<T> {
    for (let round = 0; round < PATIENCE_ROUNDS; round++) {
      for (const served of await this.#named(step.case)) {
        const folded = await this.#fold(served);
        const found = folded === null ? null : await look(folded);
        if (found !== null) return found;
      }
      await this.#pause(PAUSE_MS);
    }
    throw notThere(step, await this.#waits());
  }

  async #fold(served: ServedCase): Promise<FoldedCase | null> {
    const state = fold(await this.#services.events(served.id));
    return state === null ? null : { served, definition: served.definition, state };
  }

  async #named(name: string | undefined): Promise<ServedCase[]> {
    const cases = await this.#ordered();
    const names = nameCases(cases.map(({ definition }) => definition.id));
    return cases.filter((_, index) => isNamed(names[index] ?? "", name));
  }

  /** As `ScenarioHost.cases` promises. */
  async #ordered(): Promise<ServedCase[]> {
    const all: ServedCase[] = [];
    for (const id of await this.#services.list()) all.push(await this.#services.read(id));
    const byId = new Map(all.map((one) => [one.id, one]));
    const withCalled = (one: ServedCase): ServedCase[] => [
      one,
      ...one.calls.flatMap(({ instanceId }) => {
        const called = byId.get(instanceId);
        return called === undefined ? [] : withCalled(called);
      }),
    ];
    const age = (one: ServedCase) => all.indexOf(one);
    const rank = (one: ServedCase) => (one.id === this.#main ? "" : one.definition.id);
    return all
      .filter(({ calledBy }) => calledBy === null)
      .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : age(a) - age(b)))
      .flatMap(withCalled);
  }

  async #waits(): Promise<string[]> {
    const cases = await this.cases();
    const names = nameCases(cases.map(({ definition }) => definition));
    return cases.flatMap(({ waiting }, index) => {
      const inside = index === 0 ? "" : ` (${names[index]})`;
      return [...new Set(waiting.map(({ node }) => `${node}${inside}`))];
    });
  }

  async #quiet(): Promise<void> {
    await this.#until("what is on its way", async () => ((await this.#services.clock.busy()) ? null : true));
  }

  async #until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    for (let round = 0; round < PATIENCE_ROUNDS; round++) {
      const found = await look();
      if (found !== null) return found;
      await this.#pause(PAUSE_MS);
    }
    throw new ScenarioFailure({
      en: `waited in vain for ${what}; the case waits at ${(await this.#waits()).join(", ") || "nothing"}`,
      "zh-CN": `一直没有等到（${what}）；流程实例停在${(await this.#waits()).join("、") || "无"}`,
    });
  }
}

function messageOf({ name, key, data, id }: StepOf<"message"> | Extract<ScenarioStart, { kind: "message" }>) {
  return { name, key, data, id };
}
