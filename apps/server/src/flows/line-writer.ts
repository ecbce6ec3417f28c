import { once } from "node:events";

/** Characters that are gathered before they are written. */
const ENOUGH = 65_536;

/** Writes JSON to standard output, one value per line, in large pieces. */
export class LineWriter {
  #text = "";

  line(value: unknown): void {
    this.#text += `${JSON.stringify(value)}\n`;
    if (this.#text.length > ENOUGH) this.flush();
  }

  /** What was gathered goes out now. */
  flush(): void {
    if (this.#text === "") return;
    process.stdout.write(this.#text);
    this.#text = "";
  }

  /** Waits until everything is out, so that a pipe gets it before the program ends; gives the exit code. */
  async end(code: number): Promise<number> {
    this.flush();
    if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
    return code;
  }
}
