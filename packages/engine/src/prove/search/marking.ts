import type { ControlNode } from "../graph/control-graph.ts";
import type { Net, Slot } from "./net.ts";

/** Ended tokens beyond this are not told apart. */
const MOST_ENDED = 2;

/** That a scope is doomed is said once. */
const MOST_OF: { readonly [kind in Slot["kind"]]?: number } = { ended: MOST_ENDED, doomed: 1 };

/**
 * A marking under change. Between moves it is a text: the slots of its tokens in ascending order, one character each,
 * which is compact and compares quickly.
 */
export class Marking {
  readonly #net: Net;
  readonly #counts: Uint8Array;
  #touched: number[] = [];
  /** Whether some place held more tokens than can be counted. */
  overflowed = false;

  constructor(net: Net) {
    this.#net = net;
    this.#counts = new Uint8Array(net.slots.length);
  }

  load(key: string): void {
    for (const slot of this.#touched) this.#counts[slot] = 0;
    this.#touched = [];
    for (let index = 0; index < key.length; index++) this.add(key.charCodeAt(index));
  }

  count(slot: number): number {
    return this.#counts[slot] ?? 0;
  }

  add(slot: number): void {
    const count = this.count(slot);
    if (count === 0) this.#touched.push(slot);
    const kind = this.#net.slots[slot]?.kind;
    if (kind !== undefined && count >= (MOST_OF[kind] ?? Number.POSITIVE_INFINITY)) return;
    if (count >= 200) this.overflowed = true;
    else this.#counts[slot] = count + 1;
  }

  take(slot: number): void {
    this.#counts[slot] = this.count(slot) - 1;
  }

  clear(slot: number): void {
    this.#counts[slot] = 0;
  }

  /** Slots with tokens, in ascending order. */
  slots(): number[] {
    const slots = [...new Set(this.#touched)].filter((slot) => this.count(slot) > 0);
    return slots.sort((a, b) => a - b);
  }

  /**
   * The marking as text. What has ended at a place that no token can come to again is left out, and of the tokens at a
   * join that can never be filled any more all but the first are: both change nothing that can still happen.
   */
  key(): string {
    let slots = this.slots();
    if (this.#net.compared) {
      slots = slots.filter((slot) => this.#matters(slot, slots));
      for (const join of this.#doomed(slots)) {
        const [first] = slots.filter((slot) => this.#joinOf(slot) === join);
        slots = slots.filter((slot) => slot === first || this.#joinOf(slot) !== join);
        if (first !== undefined) this.#counts[first] = 1;
      }
    }
    let key = "";
    for (const slot of slots) key += String.fromCharCode(slot).repeat(this.count(slot));
    return key;
  }

  /** The join that a slot counts arrivals for, if it waits for all of its edges. */
  #joinOf(slot: number): ControlNode | null {
    const counted = this.#net.slots[slot];
    const to = counted?.kind === "arrived" ? this.#net.places[counted.place]?.to : undefined;
    return to?.type === "join" ? to : null;
  }

  /** Joins with an edge that has no token and that no token can come by. */
  #doomed(slots: readonly number[]): ControlNode[] {
    const joins = new Map<ControlNode, readonly number[]>();
    for (const slot of slots) {
      const join = this.#joinOf(slot);
      if (join) joins.set(join, this.#net.places[this.#net.slots[slot]?.place ?? -1]?.ins ?? []);
    }
    return [...joins].flatMap(([join, ins]) => {
      const empty = ins.filter((place) => this.count(this.#net.places[place]?.arrived ?? -1) === 0);
      return empty.some((place) => !slots.some((slot) => this.#comesTo(slot, place))) ? [join] : [];
    });
  }

  #comesTo(slot: number, place: number): boolean {
    const token = this.#net.slots[slot];
    if (token === undefined || token.kind === "ended" || token.kind === "silent" || token.kind === "doomed")
      return false;
    return (token.kind === "active" && token.place === place) || this.#net.leads(token.place, place);
  }

  #matters(slot: number, all: readonly number[]): boolean {
    const counted = this.#net.slots[slot];
    if (counted?.kind !== "ended" || this.count(slot) >= MOST_ENDED) return true;
    return all.some((other) => this.#comesTo(other, counted.place));
  }
}

/** Whether a marking has all the tokens of another and more. */
export function covers(larger: string, smaller: string): boolean {
  if (larger.length <= smaller.length) return false;
  let at = 0;
  for (let index = 0; index < smaller.length; index++) {
    const wanted = smaller.charCodeAt(index);
    while (at < larger.length && larger.charCodeAt(at) < wanted) at++;
    if (at >= larger.length || larger.charCodeAt(at) !== wanted) return false;
    at++;
  }
  return true;
}
