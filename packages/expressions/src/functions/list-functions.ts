import { fail } from "../error/failure.ts";
import { wholePart } from "../number/feel-number.ts";
import { equal } from "../operation/equality.ts";
import { LIST_LIMIT } from "../syntax/limits.ts";
import { compareValues } from "../value/compare.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { isList } from "../value/kind-of.ts";
import { callWith } from "./boolean-functions.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";

type List = readonly FeelValue[];

/** Functions on lists. */
export const listFunctions = [
  builtIn("count", "Number of elements", "元素个数", [
    "list: list",
    "number",
    ([list]) => (list as List).length,
  ]),
  builtIn("list contains", "Whether a list has an element", "列表是否包含元素", [
    "list: list, element: any",
    "boolean",
    ([list, element = null], call) => {
      pay(list as List, call);
      return (list as List).some((item) => equal(item, element, call.run, call.place));
    },
  ]),
  builtIn("sublist", "Part of a list", "截取列表", [
    "list: list, start position: number, length?: number",
    "list",
    ([list, start, length], call) => sublist(list as List, start, length, call),
  ]),
  builtIn("append", "A list with further elements", "在末尾添加元素", [
    "list: list, ...items: any",
    "list",
    ([list, items], call) => sized([...(list as List), ...(items as List)], call),
  ]),
  builtIn("concatenate", "Lists one after the other", "连接列表", [
    "...lists: list",
    "list",
    ([lists], call) => {
      let all: FeelValue[] = [];
      for (const list of lists as readonly List[]) all = sized(all.concat(list), call);
      return all;
    },
  ]),
  builtIn("insert before", "A list with one more element at a position", "在指定位置插入元素", [
    "list: list, position: number, newItem: any",
    "list",
    ([list, position, item = null], call) => {
      const at = positionIn(list as List, position, call);
      return sized([...(list as List).slice(0, at), item, ...(list as List).slice(at)], call);
    },
  ]),
  builtIn("remove", "A list without the element at a position", "删除指定位置的元素", [
    "list: list, position: number",
    "list",
    ([list, position], call) => {
      const at = positionIn(list as List, position, call);
      return sized(
        (list as List).filter((_, i) => i !== at),
        call,
      );
    },
  ]),
  builtIn(
    "list replace",
    "A list with one element replaced",
    "替换指定位置的元素",
    [
      "list: list, position: number, newItem: any",
      "list",
      ([list, position, item = null], call) => {
        const at = positionIn(list as List, position, call);
        return sized(
          (list as List).map((old, i) => (i === at ? item : old)),
          call,
        );
      },
    ],
    [
      "list: list, match: function, newItem: any",
      "list",
      ([list, match = null, item = null], call) =>
        sized(
          (list as List).map((old) => (mustDecide(callWith(match, [old, item], call), call) ? item : old)),
          call,
        ),
    ],
  ),
  builtIn("reverse", "In the opposite order", "倒序", [
    "list: list",
    "list",
    ([list], call) => sized([...(list as List)].reverse(), call),
  ]),
  builtIn("index of", "Positions of an element", "元素的位置", [
    "list: list, match: any",
    "list",
    ([list, match = null], call) => {
      pay(list as List, call);
      return (list as List).flatMap((item, i) => (equal(item, match, call.run, call.place) ? [i + 1] : []));
    },
  ]),
  builtIn("flatten", "Without inner lists", "展开嵌套列表", [
    "list: list",
    "list",
    ([list], call) => {
      const flat: FeelValue[] = [];
      flattenInto(flat, list as List, call, 0);
      return flat;
    },
  ]),
  builtIn("sort", "In order", "排序", [
    "list: list, precedes?: function",
    "list",
    ([list, precedes], call) => sort(list as List, precedes ?? null, call),
  ]),
];

/** Takes steps for a walk over a list. */
export function pay(list: List, call: Call): void {
  call.run.spend(Math.ceil(list.length / 10), call.place.at);
}

/** A list that may be returned. */
export function sized(list: FeelValue[], call: Call): FeelValue[] {
  pay(list, call);
  if (list.length > LIST_LIMIT) {
    fail("too-large", call.place.at, { part: call.place.part, limit: LIST_LIMIT });
  }
  return list;
}

function mustDecide(value: FeelValue, call: Call): boolean {
  if (typeof value === "boolean") return value;
  return noResult(call, "the function gives neither true nor false", "函数的结果不是“是/否”");
}

function positionIn(list: List, position: FeelValue | undefined, call: Call): number {
  const whole = wholePart(position as FeelNumber);
  const at = whole === null ? Number.NaN : whole > 0 ? whole - 1 : list.length + whole;
  if (whole === 0 || !(at >= 0 && at < list.length)) {
    return noResult(call, "there is no such position", "没有这个位置");
  }
  return at;
}

function sublist(
  list: List,
  start: FeelValue | undefined,
  length: FeelValue | undefined,
  call: Call,
): FeelValue[] {
  const at = positionIn(list, start, call);
  if (length === undefined || length === null) return sized(list.slice(at), call);
  const count = wholePart(length as FeelNumber);
  if (count === null || count < 0) return noResult(call, "the length is no whole number", "长度不是非负整数");
  return sized(list.slice(at, at + count), call);
}

function flattenInto(flat: FeelValue[], list: List, call: Call, depth: number): void {
  if (depth > 100) noResult(call, "the lists are nested too deeply", "列表嵌套过深");
  for (const item of list) {
    call.run.spend(1, call.place.at);
    if (isList(item)) flattenInto(flat, item, call, depth + 1);
    else flat.push(item);
  }
}

function sort(list: List, precedes: FeelValue, call: Call): FeelValue[] {
  const sorted = [...list];
  sized(sorted, call);
  return sorted.sort((a, b) => {
    call.run.spend(1, call.place.at);
    if (precedes !== null) {
      if (callWith(precedes, [a, b], call) === true) return -1;
      return callWith(precedes, [b, a], call) === true ? 1 : 0;
    }
    const order = a === null || b === null ? "kinds" : compareValues(a, b);
    return typeof order === "number" ? order : noResult(call, "the elements have no order", "元素无法比较");
  });
}
