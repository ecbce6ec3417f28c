import { Firing, type Log, type Occasion } from "./fire.ts";
import { covers, Marking } from "./marking.ts";
import type { Net } from "./net.ts";

/** What was found of the states of a net. States are numbered in the order of their distance from the beginning. */
export interface Explored {
  readonly states: readonly string[];
  /** The state that each was found from; -1 for the first. */
  readonly parents: readonly number[];
  /** What happened on the way from there: the place that was left, and what its token came to. */
  readonly steps: readonly Step[];
  readonly next: readonly (readonly number[])[];
  /** States where nothing can happen any more, or the scope may end at once, or that were not followed. */
  readonly settled: readonly boolean[];
  /** States without anything that can happen. */
  readonly final: readonly number[];
  /** First state in which a token stood on each place. */
  readonly entered: ReadonlyMap<number, { readonly state: number; readonly log: Log; readonly left: number }>;
  readonly complete: boolean;
}

export interface Step {
  /** Place that a token left; -1 at the beginning, -2 where a join went on. */
  readonly left: number;
  readonly log: Log;
}

/** States times places, so that a large net takes no longer than a small one. */
const MOST_WORK = 10_000_000;
const FEWEST_STATES = 200;

/**
 * Looks at the states of a net breadth first, with stubborn sets (Valmari 1990) of one token: where a token can go on
 * whatever the others do, and none of them can come to its place, only its moves are looked at. Such a set keeps what
 * can ever be reached at other places and every end, since its moves change nothing that the others' moves need.
 * `without` are places that no choice leads to.
 */
export function explore(net: Net, limit: number, without: readonly number[] = []): Explored {
  return new Explorer(net, limit, without).run();
}

class Explorer {
  readonly #net: Net;
  readonly #limit: number;
  readonly #without: readonly number[];
  readonly #marking: Marking;
  readonly #firing: Firing;
  readonly #numbers = new Map<string, number>();
  readonly #states: string[] = [];
  readonly #parents: number[] = [];
  readonly #steps: Step[] = [];
  readonly #next: number[][] = [];
  readonly #settled: boolean[] = [];
  readonly #final: number[] = [];
  readonly #entered = new Map<number, { state: number; log: Log; left: number }>();
  readonly #grown = new Set<number>();
  /** Halts whose end of other work is worth a warning. */
  readonly #suspicious: readonly number[];
  #complete = true;

  constructor(net: Net, limit: number, without: readonly number[]) {
    this.#net = net;
    this.#limit = Math.min(limit, Math.max(FEWEST_STATES, Math.floor(MOST_WORK / net.places.length)));
    this.#without = without;
    this.#marking = new Marking(net);
    this.#firing = new Firing(net, this.#marking);
    this.#suspicious = [...net.places.keys()].filter((place) => net.places[place]?.to.halt?.suspicious);
  }

  run(): Explored {
    this.#marking.load("");
    const log = this.#firing.begin();
    this.#found(-1, -1, log);
    for (let state = 0; state < this.#states.length; state++) {
      this.#next[state] = [];
      if (this.#grown.has(state) || this.#states.length > this.#limit) {
        this.#complete = false;
        this.#settled[state] = true;
      } else this.#follow(state);
    }
    return {
      states: this.#states,
      parents: this.#parents,
      steps: this.#steps,
      next: this.#next,
      settled: this.#settled,
      final: this.#final,
      entered: this.#entered,
      complete: this.#complete && !this.#firing.partial && !this.#marking.overflowed,
    };
  }

  #follow(state: number): void {
    const key = this.#states[state] ?? "";
    this.#marking.load(key);
    const slots = this.#marking.slots();
    const active = slots.filter((slot) => this.#net.slots[slot]?.kind === "active");
    const joins = this.#firing.readyJoins(slots);
    this.#settled[state] = active.some((place) => this.#endsScope(place)) || this.#isDoomed(slots);
    const waiting = active.map((place) => this.#occasionsAt(place));
    const possible = waiting.filter((occasions) => occasions.length > 0);
    if (possible.length === 0 && joins.length === 0) {
      if (active.some((place) => this.#endsScope(place))) return;
      this.#settled[state] = true;
      this.#final.push(state);
      return;
    }
    const chosen =
      joins.length > 0 || possible.length < 2 || !this.#net.compared ? null : this.#stubborn(slots, possible);
    if (chosen && this.#expand(state, key, chosen)) return;
    this.#expand(state, key, [...possible.flat(), ...joins]);
  }

  /** Whether a scope is going to fail by what runs beside it. */
  #isDoomed(slots: readonly number[]): boolean {
    return slots.some((slot) => this.#net.slots[slot]?.kind === "doomed");
  }

  #endsScope(place: number): boolean {
    const found = this.#net.places[place];
    return found !== undefined && (found.exits || found.to.type === "halt");
  }

  #occasionsAt(place: number): readonly Occasion[] {
    if (this.#net.places[place]?.to.type === "halt") return [];
    const occasions = this.#firing.occasionsAt(place);
    if (this.#without.length === 0) return occasions;
    return occasions.filter(
      (occasion) => occasion.kind === "join" || !occasion.way?.some((out) => this.#without.includes(out)),
    );
  }

  /** The moves of one token that stand for all, if there is such a token. */
  #stubborn(
    slots: readonly number[],
    possible: readonly (readonly Occasion[])[],
  ): readonly Occasion[] | null {
    const tokens = slots.flatMap((slot) => {
      const token = this.#net.slots[slot];
      return token && (token.kind === "active" || token.kind === "arrived") ? [token.place] : [];
    });
    let best: readonly Occasion[] | null = null;
    for (const occasions of possible) {
      const [first] = occasions;
      if (first?.kind !== "leave" || (best !== null && best.length <= occasions.length)) continue;
      if (this.#independent(first.place, tokens)) best = occasions;
    }
    return best;
  }

  #independent(place: number, tokens: readonly number[]): boolean {
    if (this.#marking.count(place) !== 1) return false;
    const to = this.#net.places[place]?.to;
    if (to === undefined) return false;
    if (this.#net.lookers.some((looker) => looker === place || this.#net.leads(place, looker))) return false;
    let seen = false;
    for (const other of tokens) {
      // The token itself may come back; a second one at its place may not.
      if (other === place && !seen) seen = true;
      else if (this.#net.leads(other, place)) return false;
      else if (to.type === "sink" && this.#mayStop(other)) return false;
    }
    return true;
  }

  /** Whether a token may come to an end that stops others, so that it matters who is still there. */
  #mayStop(place: number): boolean {
    return this.#suspicious.some((halt) => halt === place || this.#net.leads(place, halt));
  }

  /** Looks at what follows; whether some of it is still to be followed itself, or nothing can come round again. */
  #expand(state: number, key: string, occasions: readonly Occasion[]): boolean {
    let later = false;
    for (const occasion of occasions) {
      const left = occasion.kind === "leave" ? occasion.place : -2;
      if (left >= 0 && this.#net.compared && !this.#net.leads(left, left)) later = true;
      this.#firing.fire(key, occasion, (log) => {
        const number = this.#found(state, left, log);
        if (number > state) later = true;
        const followers = this.#next[state];
        if (followers && !followers.includes(number)) followers.push(number);
      });
    }
    return later;
  }

  #found(parent: number, left: number, log: Log): number {
    const key = this.#marking.key();
    const known = this.#numbers.get(key);
    for (const place of log)
      if (place >= 0 && !this.#entered.has(place)) this.#entered.set(place, { state: parent, left, log });
    if (known !== undefined) return known;
    const number = this.#states.length;
    this.#numbers.set(key, number);
    this.#states.push(key);
    this.#parents.push(parent);
    this.#steps.push({ left, log });
    if (this.#grows(key, parent)) this.#grown.add(number);
    return number;
  }

  /** Whether an earlier state on the way here had the same tokens and fewer: there will be ever more. */
  #grows(key: string, parent: number): boolean {
    if (!/(.)\1/s.test(key)) return false;
    // Where a join looks around, more tokens may be able to do less, so that having more proves nothing.
    if (this.#net.lookers.length > 0) return /(.)\1{4}/s.test(key);
    const tokens = this.#withoutEnded(key);
    for (let state = parent; state >= 0; state = this.#parents[state] ?? -1)
      if (covers(tokens, this.#withoutEnded(this.#states[state] ?? ""))) return true;
    return false;
  }

  #withoutEnded(key: string): string {
    let tokens = "";
    for (const slot of key) {
      const kind = this.#net.slots[slot.charCodeAt(0)]?.kind;
      if (kind !== "ended" && kind !== "doomed") tokens += slot;
    }
    return tokens;
  }
}
