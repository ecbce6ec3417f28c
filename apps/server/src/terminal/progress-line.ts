/** One line of a terminal that is written over and over; elsewhere nothing. */
export class ProgressLine {
  #shown = false;
  readonly #live = process.stderr.isTTY === true;

  show(text: string): void {
    if (!this.#live) return;
    const width = (process.stderr.columns ?? 80) - 1;
    process.stderr.write(`\r\u001b[K${text.slice(0, width)}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}
