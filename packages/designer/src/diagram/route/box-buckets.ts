/** A rectangle by its sides. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** As wide as a card with its gap: a step lies in one to four cells. */
const CELL = 256;

interface Entry<T> {
  readonly item: T;
  readonly area: Area;
  seen: number;
}

/** Things on a plane, found by where they are: a grid of cells, each with what touches it. */
export class BoxBuckets<T> {
  readonly #cells = new Map<number, Entry<T>[]>();
  readonly #entries: Entry<T>[] = [];
  #query = 0;

  add(item: T, area: Area): void {
    const entry = { item, area, seen: 0 };
    this.#entries.push(entry);
    for (const cell of cellsOf(area)) {
      const list = this.#cells.get(cell);
      if (list) list.push(entry);
      else this.#cells.set(cell, [entry]);
    }
  }

  /** What touches the area, each once. */
  in(area: Area): T[] {
    // Looking into more cells than there are things costs more than looking at the things.
    if (countOf(area) > this.#entries.length) {
      return this.#entries.filter((entry) => touch(entry.area, area)).map(({ item }) => item);
    }
    this.#query += 1;
    const found: Entry<T>[] = [];
    for (const cell of cellsOf(area)) {
      for (const entry of this.#cells.get(cell) ?? []) {
        if (entry.seen === this.#query || !touch(entry.area, area)) continue;
        entry.seen = this.#query;
        found.push(entry);
      }
    }
    return found.map(({ item }) => item);
  }
}

function* cellsOf({ left, right, top, bottom }: Area): Generator<number> {
  const lastX = Math.floor(right / CELL);
  const lastY = Math.floor(bottom / CELL);
  for (let x = Math.floor(left / CELL); x <= lastX; x += 1) {
    for (let y = Math.floor(top / CELL); y <= lastY; y += 1) yield x * 1_000_003 + y;
  }
}

function countOf({ left, right, top, bottom }: Area): number {
  return (Math.floor((right - left) / CELL) + 1) * (Math.floor((bottom - top) / CELL) + 1);
}

function touch(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
