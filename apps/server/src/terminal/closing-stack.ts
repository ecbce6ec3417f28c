/** Thrown into what is still beginning when everything is being ended already. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** What has to be ended, last first. One that fails to end does not keep the others from it. */
export class ClosingStack {
  readonly #closers: (() => Promise<unknown>)[] = [];
  #closed = false;

  /** @throws Interrupted where everything is being ended already; the newcomer is ended by the next `closeAll` */
  add(close: () => Promise<unknown>): void {
    this.#closers.push(close);
    if (this.#closed) throw new Interrupted();
  }

  async closeAll(): Promise<void> {
    this.#closed = true;
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
