import type { Piece, Room } from "./world.ts";

/** From the process inwards: a room and the token of it that holds the next one. */
export type Chain = { room: Room; piece: Piece }[];

/** Where each token of a room and of all inside stands: indices from the room inwards. */
export function pathsIn(room: Room): number[][] {
  return room.tokens.flatMap(({ child }, index) => [
    [index],
    ...(child ? pathsIn(child).map((path) => [index, ...path]) : []),
  ]);
}

export function chainAt(root: Room, path: readonly number[]): Chain {
  const chain: Chain = [];
  let room = root;
  for (const index of path) {
    const piece = room.tokens[index] as Piece;
    chain.push({ room, piece });
    if (piece.child) room = piece.child;
  }
  return chain;
}

/** The room inside the token at a path; the process for the empty path. */
export function roomAt(root: Room, path: readonly number[]): Room | undefined {
  return path.length === 0 ? root : chainAt(root, path).at(-1)?.piece.child;
}
