import type { Container } from "../../document/container.ts";
import { type Place, type Size, snapped } from "../size-of.ts";

const GAP = 56;

/**
 * Steps in columns, each to the right of all that lead to it as far as lines do not go back, in document order from
 * the top. No two cover each other; lines may cross.
 */
export function inColumns(
  container: Container,
  sizeOf: (id: string) => Size,
  origin: { readonly x: number; readonly y: number },
): Map<string, Place> {
  const steps = container.nodes.filter(({ kind }) => kind !== "boundary");
  const columnOf = new Map<string, number>();
  for (const { id } of steps) column(id, container, columnOf, new Set());
  const places = new Map<string, Place>();
  let x = origin.x;
  for (let at = 0; at <= Math.max(-1, ...columnOf.values()); at += 1) {
    const here = steps.filter(({ id }) => columnOf.get(id) === at);
    let y = origin.y;
    for (const { id } of here) {
      places.set(id, snapped({ x, y, ...sizeOf(id) }));
      y += sizeOf(id).height + GAP;
    }
    x += Math.max(0, ...here.map(({ id }) => sizeOf(id).width)) + GAP;
  }
  return places;
}

function column(id: string, container: Container, known: Map<string, number>, onWay: Set<string>): number {
  const done = known.get(id);
  if (done !== undefined) return done;
  if (onWay.has(id)) return -1;
  onWay.add(id);
  const before = container.edges.filter((edge) => edge.target === id && edge.source !== id);
  const own = Math.max(-1, ...before.map(({ source }) => column(source, container, known, onWay))) + 1;
  onWay.delete(id);
  known.set(id, own);
  return own;
}
