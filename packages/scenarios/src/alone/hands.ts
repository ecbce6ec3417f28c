import type { WorkflowDefinition } from "@flowright/definition";
import type { Command, JobCreate } from "@flowright/engine";
import { durationMilliseconds } from "@flowright/expressions";
import type { ScenarioStart, ScenarioStep } from "../format/scenario.ts";
import { commandOf } from "../run/command-of.ts";
import { callsRun, NO_ANSWER, noDuration, nothingDue, notThere, wrongFate } from "../run/failures.ts";
import { isNamed, nameCases } from "../run/name-cases.ts";
import { type CaseView, ScenarioFailure } from "../run/scenario-host.ts";
import { viewOf } from "../run/view-of.ts";
import { waitsAt } from "../run/waits-at.ts";
import type { AloneCase, World } from "./world.ts";

type StepOf<K extends ScenarioStep["kind"]> = Extract<ScenarioStep, { kind: K }>;

/** Carries out the steps of a scenario in a world of its own, at once. Throws a `ScenarioFailure` where one cannot be. */
export class Hands {
  readonly #definition: string;
  readonly #world: World;
  readonly #others: ReadonlyMap<string, WorkflowDefinition>;

  constructor(definition: string, world: World, others: ReadonlyMap<string, WorkflowDefinition> = new Map()) {
    this.#definition = definition;
    this.#world = world;
    this.#others = others;
  }

  start(start: ScenarioStart): void {
    const world = this.#world;
    if (start.kind === "by-hand") world.startByHand(this.#definition, start.by, start.variables);
    else if (start.kind === "message") world.message({ ...start, key: start.key ?? null });
    else if (start.kind === "signal") world.signal(start.name, start.data ?? {});
    else world.moveTo(world.nextDue() ?? world.now);
    if (world.cases.length === 0)
      throw new ScenarioFailure({ en: "no case was started", "zh-CN": "没有启动任何流程实例" });
  }

  carryOut(step: ScenarioStep): void {
    switch (step.kind) {
      case "message":
        this.#message(step);
        break;
      case "signal":
        this.#world.signal(step.name, step.data ?? {});
        break;
      case "advance":
        this.#advance(step);
        break;
      case "job":
        this.#job(step);
        break;
      case "call":
        this.#call(step);
        break;
      case "migrate":
        this.#migrate(step);
        break;
      default: {
        const { people } = this.#world;
        const found = this.#find(step, (one) => commandOf(step, known(one), people));
        this.#world.command(found.one, found.value);
      }
    }
  }

  cases(): readonly CaseView[] {
    return this.#world.inOrder().map((one) => viewOf(known(one), one.events, one.rows));
  }

  #message(step: StepOf<"message">): void {
    const { name, key = null, data, id, result } = step;
    const fate = this.#world.message({ name, key, data, id });
    if (fate === result || (result === undefined && (fate === "delivered" || fate === "started"))) return;
    throw wrongFate(name, key, fate, result, this.#waits());
  }

  #advance(step: StepOf<"advance">): void {
    const world = this.#world;
    if ("to" in step) {
      const due = world.nextDue();
      if (due === null) throw nothingDue();
      world.moveTo(due);
      return;
    }
    const milliseconds = durationMilliseconds(step.duration);
    if (milliseconds === null) throw noDuration(step.duration);
    world.moveTo(world.now + milliseconds);
  }

  #migrate(step: StepOf<"migrate">): void {
    const to = this.#others.get(step.to);
    const [one] = this.#named(step);
    if (to === undefined || one === undefined) throw notThere(step, this.#waits());
    const { nodes = {}, edges = {}, by } = step;
    this.#world.migrate(one, to, { nodes, edges }, by);
  }

  #job(step: StepOf<"job">): void {
    const { one, value } = this.#find(step, ({ flow, state, rows }) => {
      const [wait] = waitsAt(flow.definition, state, "job", step);
      return wait === undefined ? null : (rows.jobs.get(wait.id) ?? null);
    });
    const command = answerOf(step, value);
    if (command !== null) this.#world.command(one, command);
  }

  #call(step: StepOf<"call">): void {
    const { one, value } = this.#find(step, (each) => {
      const [wait] = waitsAt(each.flow.definition, each.state, "call", step);
      return wait?.id ?? null;
    });
    if (this.#world.cases.some(({ caller }) => caller?.parent === one && caller.call === value))
      throw callsRun(step.node);
    const { error, result = {} } = step;
    this.#world.command(
      one,
      error === undefined
        ? { kind: "call.complete", call: value, result }
        : { kind: "call.fail", call: value, code: error.code, message: error.message ?? error.code },
    );
  }

  /** The first case, of those that a step can mean, in which there is what is looked for. */
  #find<T>(step: ScenarioStep, look: (one: AloneCase) => T | null): { one: AloneCase; value: T } {
    for (const one of this.#named(step)) {
      const value = look(one);
      if (value !== null) return { one, value };
    }
    throw notThere(step, this.#waits());
  }

  #named(step: ScenarioStep): AloneCase[] {
    const cases = this.#world.inOrder();
    const names = nameCases(cases.map(({ flow }) => flow.definition.id));
    return cases.filter((_, index) => isNamed(names[index] ?? "", step.case));
  }

  #waits(): string[] {
    const cases = this.#world.inOrder();
    const names = nameCases(cases.map(({ flow }) => flow.definition.id));
    return cases.flatMap((one, index) => {
      const { waiting } = viewOf(known(one), one.events, one.rows);
      const inside = index === 0 ? "" : ` (${names[index]})`;
      return [...new Set(waiting.map(({ node }) => `${node}${inside}`))];
    });
  }
}

function known({ flow, state }: AloneCase) {
  return { definition: flow.definition, state };
}

/** The last of its attempts, or what the system answers before; null where there are more attempts to come. */
function answerOf(step: StepOf<"job">, { job, attempts }: JobCreate): Command | null {
  const { failures = 0, error, result } = step;
  if (failures >= attempts) return { kind: "job.fail", job, message: NO_ANSWER };
  if (error !== undefined)
    return { kind: "job.fail", job, code: error.code, message: error.message ?? error.code };
  return result === undefined ? null : { kind: "job.complete", job, result };
}
