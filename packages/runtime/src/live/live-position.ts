/** Where a reader stands: transaction and row, in the order in which changes are read. */
export interface LivePosition {
  readonly xid: bigint;
  readonly row: bigint;
}

/** `<xid>.<row>`, or null where it is nothing of the kind. */
export function parsePosition(text: string): LivePosition | null {
  const found = /^([0-9]{1,19})\.([0-9]{1,18})$/.exec(text);
  return found?.[1] && found[2] ? { xid: BigInt(found[1]), row: BigInt(found[2]) } : null;
}

/** The text of a position. */
export function formatPosition(position: LivePosition): string {
  return `${position.xid}.${position.row}`;
}
