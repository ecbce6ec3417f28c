import type { Place } from "./size-of.ts";

/** A line to be shown while something is dragged: along `at` on its axis, from `from` to `to` on the other. */
export interface HelperLine {
  /** `x`: an upright line at that x; `y`: a level one at that y. */
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** An edge or a middle that agrees, or one of several equal spaces. */
  readonly sort: "edge" | "middle" | "space";
}

export interface Helped {
  /** What to add to the place so that it agrees; null where nothing near does. */
  readonly dx: number | null;
  readonly dy: number | null;
  readonly lines: readonly HelperLine[];
}

type Axis = "x" | "y";

interface Span {
  readonly start: number;
  readonly end: number;
  /** On the other axis. */
  readonly low: number;
  readonly high: number;
}

interface Candidate {
  readonly shift: number;
  readonly lines: (moved: Span) => readonly HelperLine[];
}

/**
 * What a dragged place agrees with: left, middle and right (top, middle, bottom) of other places, and equal spaces to
 * the neighbours on both sides or to the space between two neighbours. At most `reach` away; the nearest counts, the
 * middle before the edges, edges before spaces. All places in the same coordinates.
 */
export function helperLines(moving: Place, others: readonly Place[], reach: number): Helped {
  const x = best(spanOf(moving, "x"), others, "x", reach);
  const y = best(spanOf(moving, "y"), others, "y", reach);
  const dx = x?.shift ?? null;
  const dy = y?.shift ?? null;
  const place = { ...moving, x: moving.x + (dx ?? 0), y: moving.y + (dy ?? 0) };
  return {
    dx,
    dy,
    lines: [...(x?.lines(spanOf(place, "x")) ?? []), ...(y?.lines(spanOf(place, "y")) ?? [])],
  };
}

function spanOf(place: Place, axis: Axis): Span {
  return axis === "x"
    ? { start: place.x, end: place.x + place.width, low: place.y, high: place.y + place.height }
    : { start: place.y, end: place.y + place.height, low: place.x, high: place.x + place.width };
}

function best(moving: Span, others: readonly Place[], axis: Axis, reach: number): Candidate | null {
  const spans = others.map((place) => spanOf(place, axis));
  let found: Candidate | null = null;
  for (const candidate of [
    ...alignments(moving, spans, axis, "middle"),
    ...alignments(moving, spans, axis, "edge"),
    ...spacings(moving, spans, axis),
  ]) {
    const away = Math.abs(candidate.shift);
    if (away <= reach && (!found || away < Math.abs(found.shift))) found = candidate;
  }
  return found;
}

const middle = (span: Span) => (span.start + span.end) / 2;

function alignments(moving: Span, spans: readonly Span[], axis: Axis, sort: "edge" | "middle"): Candidate[] {
  const points = (span: Span) => (sort === "middle" ? [middle(span)] : [span.start, span.end]);
  return spans.flatMap((span) =>
    points(span).flatMap((at) =>
      points(moving).map((own) => ({
        shift: at - own,
        lines: (moved: Span): readonly HelperLine[] => {
          const along = spans.filter((each) => points(each).some((point) => near(point, at)));
          return [
            {
              axis,
              at,
              from: Math.min(moved.low, ...along.map(({ low }) => low)),
              to: Math.max(moved.high, ...along.map(({ high }) => high)),
              sort,
            },
          ];
        },
      })),
    ),
  );
}

/** Between two neighbours in the same row, or as far from the last one as that is from the one before. */
function spacings(moving: Span, spans: readonly Span[], axis: Axis): Candidate[] {
  const row = spans
    .filter((span) => span.low < moving.high && moving.low < span.high)
    .sort((a, b) => a.start - b.start);
  const width = moving.end - moving.start;
  const before = row.filter((span) => middle(span) < middle(moving));
  const after = row.filter((span) => middle(span) >= middle(moving));
  const [left, farLeft] = [before.at(-1), before.at(-2)];
  const [right, farRight] = [after[0], after[1]];
  const found: Candidate[] = [];
  const add = (start: number, gaps: (moved: Span) => (readonly [Span, Span])[]) =>
    found.push({
      shift: start - moving.start,
      lines: (moved) => gaps(moved).map(([from, to]) => spaceLine(from, to, axis)),
    });
  if (left && right && right.start - left.end >= width) {
    add(left.end + (right.start - left.end - width) / 2, (moved) => [
      [left, moved],
      [moved, right],
    ]);
  }
  if (left && farLeft && left.start > farLeft.end) {
    add(left.end + (left.start - farLeft.end), (moved) => [
      [farLeft, left],
      [left, moved],
    ]);
  }
  if (right && farRight && farRight.start > right.end) {
    add(right.start - (farRight.start - right.end) - width, (moved) => [
      [moved, right],
      [right, farRight],
    ]);
  }
  return found;
}

/** A space is shown as a line across it, at the height of both neighbours. */
function spaceLine(from: Span, to: Span, axis: Axis): HelperLine {
  const at = (Math.max(from.low, to.low) + Math.min(from.high, to.high)) / 2;
  return { axis: axis === "x" ? "y" : "x", at, from: from.end, to: to.start, sort: "space" };
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.5;
}
