/** A queue that gives the item with the least price first: a binary heap. */
export class Heap<T> {
  readonly #prices: number[] = [];
  readonly #items: T[] = [];

  push(price: number, item: T): void {
    let at = this.#items.length;
    this.#prices.push(price);
    this.#items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#priceAt(above) <= price) break;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): T | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    const price = this.#prices.pop();
    if (this.#items.length === 0 || last === undefined || price === undefined) return first;
    this.#items[0] = last;
    this.#prices[0] = price;
    this.#sink();
    return first;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (this.#priceAt(left) < this.#priceAt(least)) least = left;
      if (this.#priceAt(right) < this.#priceAt(least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #priceAt(at: number): number {
    return this.#prices[at] ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [priceA, priceB] = [this.#priceAt(a), this.#priceAt(b)];
    this.#prices[a] = priceB;
    this.#prices[b] = priceA;
    const [itemA, itemB] = [this.#items[a], this.#items[b]];
    if (itemA !== undefined && itemB !== undefined) {
      this.#items[a] = itemB;
      this.#items[b] = itemA;
    }
  }
}
