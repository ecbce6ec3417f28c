import { offersOf, statusOf } from "@flowright/engine";
import { durationMilliseconds } from "@flowright/expressions";
import type { AloneCase, World } from "../alone/world.ts";
import { ScenarioEndless, ScenarioFailure } from "../run/scenario-host.ts";
import { answerJob, OPERATOR, taskCommand } from "./command/doing.ts";
import type { KnownNodes } from "./flow/known-nodes.ts";
import type { Steering } from "./flow/steering.ts";
import type { JobStub } from "./stub/stubs.ts";

interface Answer {
  readonly case: number;
  readonly job: number;
  /** Milliseconds since the epoch. */
  readonly due: number;
  readonly stub: JobStub;
}

export interface SavedByItself {
  readonly answers: readonly Answer[];
  readonly tried: readonly string[];
}

/** What people and systems do by themselves in a run, one thing after the other, the oldest first. */
export class ByItself {
  readonly #world: World;
  readonly #steering: Steering;
  readonly #known: KnownNodes;
  readonly #auto: boolean;
  #answers: Answer[] = [];
  /** What was refused once, and steps of ad-hoc parts that were begun. */
  readonly #tried = new Set<string>();

  constructor(world: World, steering: Steering, known: KnownNodes, auto: boolean) {
    this.#world = world;
    this.#steering = steering;
    this.#known = known;
    this.#auto = auto;
  }

  save(): SavedByItself {
    return { answers: [...this.#answers], tried: [...this.#tried] };
  }

  load({ answers, tried }: SavedByItself): void {
    this.#answers = [...answers];
    this.#tried.clear();
    for (const key of tried) this.#tried.add(key);
  }

  /** When a system answers next, in milliseconds since the epoch. */
  nextDue(): number | null {
    this.#forget();
    const due = this.#answers.map((answer) => answer.due);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** Does one thing; false where there is nothing to do now. */
  one(): boolean {
    this.#forget();
    const answer = this.#answers.find(({ due }) => due <= this.#world.now);
    if (answer !== undefined) return this.#answer(answer);
    for (const [index, one] of this.#world.cases.entries())
      if (statusOf(one.state) === "active" && this.#inCase(one, index)) return true;
    return false;
  }

  #inCase(one: AloneCase, index: number): boolean {
    const { held } = this.#steering;
    for (const job of one.rows.jobs.values()) {
      if (held.has(job.node) || this.#answers.some((a) => a.case === index && a.job === job.job)) continue;
      if (!this.#auto && this.#known.node(one.flow.definition.id, job.node)?.kind !== "scriptTask") continue;
      const stub = this.#steering.job(job.node) ?? {};
      const wait = stub.duration === undefined ? 0 : (durationMilliseconds(stub.duration) ?? 0);
      if (wait > 0) this.#answers.push({ case: index, job: job.job, due: this.#world.now + wait, stub });
      else answerJob(this.#world, one, job, stub, this.#known);
      return true;
    }
    if (!this.#auto) return false;
    for (const task of one.rows.tasks.values()) {
      const key = `${index} task ${task.task}`;
      if (task.waitsFor !== undefined || held.has(task.node) || this.#tried.has(key)) continue;
      this.#tried.add(key);
      const form = this.#steering.form(task.node) ?? {};
      this.#attempt(() => this.#world.command(one, taskCommand(one, task, form)));
      return true;
    }
    return this.#begin(one, index);
  }

  /** Steps that people begin are begun once each; then the part is ended. */
  #begin(one: AloneCase, index: number): boolean {
    for (const { scope, node } of offersOf(one.flow.program, one.state)) {
      const key = `${index} begin ${scope} ${node}`;
      if (this.#tried.has(key) || this.#steering.held.has(node)) continue;
      this.#tried.add(key);
      this.#attempt(() => this.#world.command(one, { kind: "adHoc.start", scope, node, by: OPERATOR }));
      return true;
    }
    for (const [id, scope] of Object.entries(one.state.scopes)) {
      const key = `${index} finish ${id}`;
      const kind = scope.node === null ? null : this.#known.node(one.flow.definition.id, scope.node)?.kind;
      if (kind !== "adHoc" || scope.i !== undefined || scope.ending || this.#tried.has(key)) continue;
      if (Object.values(one.state.tokens).some(({ s }) => s === Number(id))) continue;
      this.#tried.add(key);
      this.#attempt(() =>
        this.#world.command(one, { kind: "adHoc.finish", scope: Number(id), by: OPERATOR }),
      );
      return true;
    }
    return false;
  }

  /** What is refused waits for somebody to do it otherwise. */
  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (error instanceof ScenarioEndless || !(error instanceof ScenarioFailure)) throw error;
    }
  }

  #answer(answer: Answer): boolean {
    this.#answers = this.#answers.filter((one) => one !== answer);
    const one = this.#world.cases[answer.case];
    const job = one?.rows.jobs.get(answer.job);
    if (one !== undefined && job !== undefined)
      this.#attempt(() => answerJob(this.#world, one, job, answer.stub, this.#known));
    return true;
  }

  /** An answer to what nobody asks any more comes to nobody. */
  #forget(): void {
    this.#answers = this.#answers.filter(
      ({ case: index, job }) => this.#world.cases[index]?.rows.jobs.has(job) === true,
    );
  }
}
