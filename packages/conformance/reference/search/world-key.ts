import type { Piece, Room, World } from "./world.ts";

/** The same text for worlds that differ in nothing but order. */
export function keyOf(world: World): string {
  return world.over ?? roomKey(world.root);
}

/**
 * Whether a world has everything that an earlier one has, and more tokens or more counted at joins: what led from the
 * one to the other can happen again, so that there will be ever more.
 */
export function outgrows(world: World, earlier: World): boolean {
  return world.over === null && earlier.over === null && covers(world.root, earlier.root) === "more";
}

function roomKey(room: Room): string {
  const { of, handled } = room;
  return JSON.stringify([of, room.tokens.map(pieceKey).sort(), countsOf(room), handled, ...setsOf(room)]);
}

function pieceKey({ at, along = "", child, fired }: Piece): string {
  return `${at}${along}(${fired?.join() ?? ""}${child ? roomKey(child) : ""})`;
}

function countsOf({ counted }: Room): string[] {
  return Object.entries(counted)
    .map(([join, edges]) => `${join}:${Object.entries(edges).sort().join()}`)
    .sort();
}

function setsOf({ silent, ends, fired, done }: Room): (string | readonly string[])[] {
  return [Object.entries(silent).sort().join(), ends, fired, done.toSorted()];
}

function covers(room: Room, earlier: Room): "no" | "same" | "more" {
  const fixed = (one: Room) => JSON.stringify([one.of, one.handled, ...setsOf(one)]);
  if (fixed(room) !== fixed(earlier)) return "no";
  let more = room.tokens.length > earlier.tokens.length;
  const left = [...room.tokens];
  const inside: Piece[] = [];
  for (const piece of earlier.tokens) {
    const same = left.findIndex((other) => pieceKey(other) === pieceKey(piece));
    if (same < 0) inside.push(piece);
    else left.splice(same, 1);
  }
  for (const piece of inside) {
    const grown = left.findIndex(
      (other) =>
        other.at === piece.at &&
        other.fired?.join() === piece.fired?.join() &&
        other.child !== undefined &&
        piece.child !== undefined &&
        covers(other.child, piece.child) === "more",
    );
    if (grown < 0) return "no";
    left.splice(grown, 1);
    more = true;
  }
  for (const [join, edges] of Object.entries(earlier.counted)) {
    for (const [edge, count] of Object.entries(edges))
      if ((room.counted[join]?.[edge] ?? 0) < count) return "no";
  }
  const total = ({ counted }: Room) =>
    Object.values(counted).reduce((sum, edges) => sum + Object.values(edges).reduce((a, b) => a + b, 0), 0);
  return more || total(room) > total(earlier) ? "more" : "same";
}
