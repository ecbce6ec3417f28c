/** Something that must never be was seen. */
export interface Violation {
  /** Virtual milliseconds. */
  readonly at: number;
  readonly rule: string;
  readonly what: string;
}

/** What clients were told, and what really came of each of their commands. */
export class Ledger {
  violation: Violation | null = null;
  readonly #now: () => number;
  readonly #effects = new Map<string, number>();
  readonly #acknowledged = new Set<string>();
  readonly #refused = new Set<string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The first one counts. */
  violated(rule: string, what: string): void {
    this.violation ??= { at: this.#now(), rule, what };
  }

  /** A command took effect, as the stored events tell. */
  effect(mark: string): void {
    const count = (this.#effects.get(mark) ?? 0) + 1;
    this.#effects.set(mark, count);
    if (count > 1) this.violated("a command takes effect once", `${mark} took effect ${count} times`);
    if (this.#refused.has(mark)) this.violated("a refused command changes nothing", mark);
  }

  /** A client was told that its command is done. */
  acknowledge(mark: string): void {
    this.#acknowledged.add(mark);
    if (!this.#effects.has(mark)) this.violated("an acknowledged command took effect", mark);
  }

  /** A client was told that its command is refused, and had sent it only once. */
  refuse(mark: string): void {
    this.#refused.add(mark);
    if (this.#effects.has(mark)) this.violated("a refused command changes nothing", mark);
  }

  tookEffect(mark: string): boolean {
    return this.#effects.has(mark);
  }
}
