/** What happened in a world: always as a number that stands for all of it, on request as lines. */
export class Trace {
  readonly lines: string[] | null;
  #hash = 0x811c9dc5;
  #other = 0x12345678;

  constructor(keep: boolean) {
    this.lines = keep ? [] : null;
  }

  add(at: number, who: string, what: string): void {
    this.#mix(at);
    for (let index = 0; index < who.length; index++) this.#mix(who.charCodeAt(index));
    for (let index = 0; index < what.length; index++) this.#mix(what.charCodeAt(index));
    this.lines?.push(`${at.toFixed(3).padStart(12)} ${who.padEnd(10)} ${what}`);
  }

  /** 16 hexadecimal digits; equal for worlds in which the same happened. */
  get hash(): string {
    return [this.#hash, this.#other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #mix(value: number): void {
    const word = Math.floor(value * 1_000) | 0;
    this.#hash = Math.imul(this.#hash ^ word, 0x01000193);
    this.#other = (Math.imul(this.#other, 31) + word) ^ (this.#other >>> 15);
  }
}
