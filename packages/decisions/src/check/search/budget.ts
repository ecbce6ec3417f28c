/** Work that a search may still do. One unit is one look at a rule's cell. */
export class Budget {
  private left: number;

  constructor(units: number) {
    this.left = units;
  }

  /** False when nothing is left. */
  spend(units: number): boolean {
    this.left -= units;
    return this.left >= 0;
  }
}
