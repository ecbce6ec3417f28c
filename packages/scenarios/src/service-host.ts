import { durationMilliseconds } from "@flowright/expressions";
import type { ScenarioStart } from "./scenario.ts";
import { ScenarioFailure, type ScenarioHost, type ScenarioOutcome } from "./scenario-host.ts";
import type { ScenarioServices, TakenJob } from "./scenario-services.ts";

/** Waits a little; the caller has the timers that this package, which runs in browsers too, does not reach for. */
export type Pause = (milliseconds: number) => Promise<void>;

const PATIENCE_ROUNDS = 500;
const PAUSE_MS = 20;

/** Runs a scenario through a runtime or a server, where things happen by themselves and a little later. */
export function serviceHost(definition: string, services: ScenarioServices, pause: Pause): ScenarioHost {
  return new ServiceHost(definition, services, pause);
}

class ServiceHost implements ScenarioHost {
  readonly #definition: string;
  readonly #services: ScenarioServices;
  readonly #pause: Pause;
  readonly #jobs: TakenJob[] = [];
  #instance = "";

  constructor(definition: string, services: ScenarioServices, pause: Pause) {
    this.#definition = definition;
    this.#services = services;
    this.#pause = pause;
  }

  async start(start: ScenarioStart): Promise<void> {
    if (start.kind === "by-hand") {
      this.#instance = await this.#services.startByHand(start.by, this.#definition, start.variables);
      return;
    }
    const { name, key, data } = start;
    const [first] = await this.#services.send({ name, key, data });
    if (first === undefined) throw new ScenarioFailure(`No flow was started by ${start.name}`);
    this.#instance = first;
  }

  async task(step: Parameters<ScenarioHost["task"]>[0]): Promise<void> {
    const task = await this.#until(`a task of ${step.by} at ${step.node}`, () =>
      this.#services.openTask(step.by, this.#instance, step.node),
    );
    await this.#services.finishTask(task, step);
  }

  async job(step: Parameters<ScenarioHost["job"]>[0]): Promise<void> {
    for (let failure = 0; failure < (step.failures ?? 0); failure++) {
      await this.#services.failJob(await this.#jobAt(step.node), "The system did not answer");
      const next = await this.#until("the next attempt", () =>
        this.#services.clock.nextAttempt(this.#instance),
      );
      this.#moveBeyond(next);
    }
    await this.#services.completeJob(await this.#jobAt(step.node), step.result);
  }

  async message(step: Parameters<ScenarioHost["message"]>[0]): Promise<void> {
    const { name, key, data } = step;
    await this.#services.send({ name, key, data });
  }

  /** Goes from one due timer to the next, so that each sees the time it was set for, as on the engine alone. */
  async advance(step: Parameters<ScenarioHost["advance"]>[0]): Promise<void> {
    const { clock } = this.#services;
    const milliseconds = durationMilliseconds(step.duration);
    if (milliseconds === null) throw new ScenarioFailure(`${step.duration} is not a duration`);
    const until = clock.now() + milliseconds;
    for (;;) {
      const due = await clock.nextTimer(this.#instance);
      if (due === null || due > until) break;
      this.#moveBeyond(due);
      await this.#until("the timer", async () => {
        const next = await clock.nextTimer(this.#instance);
        return next === due ? null : true;
      });
    }
    if (until > clock.now()) clock.moveTo(until);
  }

  async outcome(): Promise<ScenarioOutcome> {
    if (this.#instance === "") return { status: "not started", variables: {}, events: [] };
    const { status, variables } = await this.#services.read(this.#instance);
    return { status, variables, events: await this.#services.events(this.#instance) };
  }

  #moveBeyond(time: number): void {
    const { clock } = this.#services;
    if (time >= clock.now()) clock.moveTo(time + 1);
  }

  async #jobAt(node: string): Promise<TakenJob> {
    return await this.#until(`a call at ${node}`, async () => {
      this.#jobs.push(...(await this.#services.takeJobs()));
      const index = this.#jobs.findIndex((job) => job.instance === this.#instance && job.node === node);
      return index < 0 ? null : (this.#jobs.splice(index, 1)[0] ?? null);
    });
  }

  async #until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    for (let round = 0; round < PATIENCE_ROUNDS; round++) {
      const found = await look();
      if (found !== null) return found;
      await this.#pause(PAUSE_MS);
    }
    const { status } = await this.#services.read(this.#instance);
    throw new ScenarioFailure(`Waited in vain for ${what}; the case is ${status}`);
  }
}
