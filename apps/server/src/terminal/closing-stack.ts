/** What was begun and has to be ended, last first. One that fails to end does not keep the others from it. */
export class ClosingStack {
  readonly #closers: (() => Promise<unknown>)[] = [];

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }

  async closeAll(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
