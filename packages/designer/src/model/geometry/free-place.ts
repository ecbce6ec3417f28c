import { GAP, GRID, type Place, type Size, snapped } from "./size-of.ts";

/** A place of that size at or below `wanted` that touches none of `taken`. */
export function freePlace(wanted: Place, taken: readonly Place[]): Place {
  let place = snapped(wanted);
  for (let tries = 0; tries < 200; tries += 1) {
    const hit = taken.find((other) => touches(place, other));
    if (!hit) return place;
    place = snapped({ ...place, y: hit.y + hit.height + GAP.y });
  }
  return place;
}

/** The place for a step put after `source`: to the right, on the same middle line. */
export function placeAfter(source: Place, size: Size): Place {
  return {
    ...size,
    x: source.x + source.width + GAP.x,
    y: source.y + source.height / 2 - size.height / 2,
  };
}

function touches(a: Place, b: Place): boolean {
  const margin = GRID * 2;
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
