/** Ids that every reader of BPMN takes: bpmn.io knows no others than these, and objects know some words of their own. */
const PLAIN = /^[A-Za-z_][\w.-]*$/;
const WORDS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Gives out the ids of one file, each once. */
export class XmlIds {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  /** The id itself where the file can have it, else one made of the prefix. */
  take(wanted: string, prefix: string): string {
    if (PLAIN.test(wanted) && !WORDS.has(wanted) && !this.#taken.has(wanted)) {
      this.#taken.add(wanted);
      return wanted;
    }
    return this.make(prefix);
  }

  /** Sets an id aside that something already written has. */
  reserve(id: string): void {
    this.#taken.add(id);
  }

  /** A new id: the prefix with the first free number. */
  make(prefix: string): string {
    const plain = prefix.replace(/[^\w-]/g, "_");
    for (let number = this.#next.get(plain) ?? 1; ; number++) {
      const id = `${plain}_${number}`;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      this.#next.set(plain, number + 1);
      return id;
    }
  }
}
