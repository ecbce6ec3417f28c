import type { Json } from "@flowright/engine";
import { answersOf, type FormStub, type JobStub, type Stubs } from "../stub/stubs.ts";

export interface SavedSteering {
  readonly held: readonly string[];
  readonly chosen: readonly (readonly [node: string, edges: readonly string[]])[];
  /** How many answers of each list were used, by section and id. */
  readonly used: readonly (readonly [id: string, count: number])[];
}

/** How a run is led: stubs that are used in turn, steps that are held, lines that choices take. */
export class Steering {
  readonly held = new Set<string>();
  readonly chosen = new Map<string, readonly string[]>();
  /** Conditions of events that hold the next time they are asked, whatever the data. */
  readonly forced = new Set<string>();
  readonly stubs: Stubs;
  readonly #used = new Map<string, number>();

  constructor(stubs: Stubs) {
    this.stubs = stubs;
  }

  condition(id: string): boolean | string | undefined {
    return this.#next("conditions", id, this.stubs.conditions);
  }

  job(id: string): JobStub | undefined {
    const script = own(this.stubs.scripts, id);
    if (script !== undefined) return { error: script.error, duration: script.duration };
    return this.#next("jobs", id, this.stubs.jobs);
  }

  form(id: string): FormStub | undefined {
    return this.#next("forms", id, this.stubs.forms);
  }

  save(): SavedSteering {
    return { held: [...this.held], chosen: [...this.chosen], used: [...this.#used] };
  }

  load({ held, chosen, used }: SavedSteering): void {
    this.forced.clear();
    this.held.clear();
    for (const node of held) this.held.add(node);
    this.chosen.clear();
    for (const [node, edges] of chosen) this.chosen.set(node, edges);
    this.#used.clear();
    for (const [id, count] of used) this.#used.set(id, count);
  }

  #next<T extends Json | object>(
    section: string,
    id: string,
    answers: { readonly [id: string]: T | readonly T[] } | undefined,
  ): T | undefined {
    const answer = own(answers, id);
    if (answer === undefined) return undefined;
    const list = answersOf(answer);
    const key = `${section} ${id}`;
    const used = this.#used.get(key) ?? 0;
    if (list.length > 1) this.#used.set(key, used + 1);
    return list[Math.min(used, list.length - 1)];
  }
}

export function own<T>(values: { readonly [id: string]: T } | undefined, id: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined;
}
