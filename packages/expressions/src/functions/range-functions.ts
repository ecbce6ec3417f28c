import { orderOf } from "../operation/comparing.ts";
import type { FeelRange, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { type BuiltIn, builtIn, type Call, noResult, type Signature } from "./built-in.ts";
import { readRangeText } from "./read-range-text.ts";

interface Bounds {
  readonly low: FeelValue;
  readonly high: FeelValue;
  readonly lowIn: boolean;
  readonly highIn: boolean;
}

/** Compares the two values; the error names both. */
type Order = (a: FeelValue, b: FeelValue) => number;

type Relation = (a: Bounds, b: Bounds, order: Order) => boolean;

const before: Relation = (a, b, order) => {
  const gap = order(a.high, b.low);
  return gap < 0 || (gap === 0 && !(a.highIn && b.lowIn));
};
const meets: Relation = (a, b, order) => order(a.high, b.low) === 0 && a.highIn && b.lowIn;
const includes: Relation = (a, b, order) => startsBy(a, b, order) && endsBy(a, b, order);
const overlaps: Relation = (a, b, order) => !before(a, b, order) && !before(b, a, order);
const starts: Relation = (a, b, order) =>
  order(a.low, b.low) === 0 && a.lowIn === b.lowIn && endsBy(b, a, order);
const finishes: Relation = (a, b, order) =>
  order(a.high, b.high) === 0 && a.highIn === b.highIn && startsBy(b, a, order);
const coincides: Relation = (a, b, order) =>
  order(a.low, b.low) === 0 && order(a.high, b.high) === 0 && a.lowIn === b.lowIn && a.highIn === b.highIn;

/** The relations between points and ranges of DMN. */
export const rangeFunctions: readonly BuiltIn[] = [
  relation("before", "Wholly before", "完全在之前", before),
  relation("after", "Wholly after", "完全在之后", swap(before)),
  relation("meets", "Ends where the other starts", "终点与另一起点相接", meets),
  relation("met by", "Starts where the other ends", "起点与另一终点相接", swap(meets)),
  relation("overlaps", "Has a part in common", "有重叠", overlaps),
  relation(
    "overlaps before",
    "Overlaps the start of the other",
    "与另一区间的开头重叠",
    (a, b, order) => overlaps(a, b, order) && startsEarlier(a, b, order) && endsBy(b, a, order),
  ),
  relation(
    "overlaps after",
    "Overlaps the end of the other",
    "与另一区间的结尾重叠",
    (a, b, order) => overlaps(a, b, order) && startsEarlier(b, a, order) && endsBy(a, b, order),
  ),
  relation("includes", "Contains the other", "包含另一个", includes),
  relation("during", "Lies within the other", "位于另一个之内", swap(includes)),
  relation("starts", "Starts together with the other", "起点相同", starts),
  relation("started by", "The other starts together with it", "以另一个开始", swap(starts)),
  relation("finishes", "Ends together with the other", "终点相同", finishes),
  relation("finished by", "The other ends together with it", "以另一个结束", swap(finishes)),
  relation("coincides", "Is the same", "完全相同", coincides),
  builtIn("range", "The range that a text writes", "把文本转为区间", [
    "from: string",
    "range",
    ([text], call) => {
      call.run.spend(20, call.place.at);
      return readRangeText(text as string) ?? noResult(call, "the text is no range", "文本不是区间");
    },
  ]),
];

function relation(name: string, en: string, zh: string, holds: Relation): BuiltIn {
  const apply: Signature["apply"] = ([a = null, b = null], call) => {
    const order: Order = (x, y) =>
      orderOf(name, x, y, call.place, { left: call.place.part, right: call.place.part });
    return holds(boundsOf(a, call), boundsOf(b, call), order);
  };
  return builtIn(
    name,
    en,
    zh,
    ["range1: range, range2: range", "boolean", apply],
    ["point: any, range: range", "boolean", apply],
    ["range: range, point: any", "boolean", apply],
    ["point1: any, point2: any", "boolean", apply],
  );
}

function swap(holds: Relation): Relation {
  return (a, b, order) => holds(b, a, order);
}

function boundsOf(value: FeelValue, call: Call): Bounds {
  if (kindOf(value) !== "range") return { low: value, high: value, lowIn: true, highIn: true };
  const range = value as FeelRange;
  if (range.low === undefined || range.high === undefined) {
    return noResult(call, "the range is open on one side", "区间一侧无界");
  }
  return { low: range.low, high: range.high, lowIn: range.lowIncluded, highIn: range.highIncluded };
}

/** Whether `a` reaches at least as far down as `b`. */
function startsBy(a: Bounds, b: Bounds, order: Order): boolean {
  const gap = order(a.low, b.low);
  return gap < 0 || (gap === 0 && (a.lowIn || !b.lowIn));
}

/** Whether `a` reaches at least as far up as `b`. */
function endsBy(a: Bounds, b: Bounds, order: Order): boolean {
  const gap = order(a.high, b.high);
  return gap > 0 || (gap === 0 && (a.highIn || !b.highIn));
}

function startsEarlier(a: Bounds, b: Bounds, order: Order): boolean {
  const gap = order(a.low, b.low);
  return gap < 0 || (gap === 0 && a.lowIn && !b.lowIn);
}
