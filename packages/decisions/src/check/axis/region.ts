/**
 * A set of places on an axis: spans `[from, to, from, to, …]`, both ends included, ascending, with a free place
 * between two spans. Most cells are one span, so this stays small where bit sets would not.
 */
export type Region = readonly number[];

export const EMPTY: Region = [];

/** The places from 0 up to, not including, `size`. */
export function wholeOf(size: number): Region {
  return size > 0 ? [0, size - 1] : EMPTY;
}

export function isEmpty(region: Region): boolean {
  return region.length === 0;
}

export function placesOf(region: Region): number[] {
  const places: number[] = [];
  for (const [from, to] of spansOf(region)) for (let place = from; place <= to; place++) places.push(place);
  return places;
}

export function spansOf(region: Region): [from: number, to: number][] {
  const spans: [number, number][] = [];
  for (let i = 0; i < region.length; i += 2) spans.push([region[i] ?? 0, region[i + 1] ?? 0]);
  return spans;
}

/** The region of spans in any order, which may touch and overlap. */
export function regionOf(spans: readonly (readonly [from: number, to: number])[]): Region {
  if (spans.length < 2) return spans[0] ? [...spans[0]] : EMPTY;
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const region: number[] = [];
  for (const [from, to] of sorted) {
    const last = region.length - 1;
    const end = region[last];
    if (end !== undefined && from <= end + 1) region[last] = Math.max(end, to);
    else region.push(from, to);
  }
  return region;
}

export function union(a: Region, b: Region): Region {
  return regionOf([...spansOf(a), ...spansOf(b)]);
}

export function intersection(a: Region, b: Region): Region {
  const region: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i] ?? 0, b[j] ?? 0);
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    if (from <= Math.min(endA, endB)) region.push(from, Math.min(endA, endB));
    if (endA < endB) i += 2;
    else j += 2;
  }
  return region;
}

export function intersects(a: Region, b: Region): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    if (Math.max(a[i] ?? 0, b[j] ?? 0) <= Math.min(endA, endB)) return true;
    if (endA < endB) i += 2;
    else j += 2;
  }
  return false;
}

/** What is in `a` and not in `b`. */
export function difference(a: Region, b: Region): Region {
  const region: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let from = a[i] ?? 0;
    const to = a[i + 1] ?? 0;
    while (j < b.length && (b[j + 1] ?? 0) < from) j += 2;
    for (let k = j; k < b.length && (b[k] ?? 0) <= to; k += 2) {
      if ((b[k] ?? 0) > from) region.push(from, (b[k] ?? 0) - 1);
      from = Math.max(from, (b[k + 1] ?? 0) + 1);
    }
    if (from <= to) region.push(from, to);
  }
  return region;
}

/** Whether every place of `part` is in `whole`. */
export function contains(whole: Region, part: Region): boolean {
  let i = 0;
  for (let j = 0; j < part.length; j += 2) {
    while (i < whole.length && (whole[i + 1] ?? 0) < (part[j] ?? 0)) i += 2;
    if (i >= whole.length) return false;
    if ((whole[i] ?? 0) > (part[j] ?? 0) || (whole[i + 1] ?? 0) < (part[j + 1] ?? 0)) return false;
  }
  return true;
}
