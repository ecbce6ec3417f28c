import { equal } from "../operation/equality.ts";
import type { FeelValue } from "../value/feel-value.ts";
import { builtIn, type Call } from "./built-in.ts";
import { pay, sized } from "./list-functions.ts";

type List = readonly FeelValue[];

/** Lists taken as sets. */
export const setFunctions = [
  builtIn("distinct values", "Without repetitions", "去重", [
    "list: list",
    "list",
    ([list], call) => distinct(list as List, call),
  ]),
  builtIn("union", "The elements of all lists, without repetitions", "并集", [
    "...lists: list",
    "list",
    ([lists], call) => distinct((lists as readonly List[]).flat(), call),
  ]),
  builtIn("duplicate values", "The elements that occur more than once", "重复的元素", [
    "list: list",
    "list",
    ([list], call) => {
      const all = list as List;
      return distinct(
        all.filter((item, i) => all.some((other, j) => i !== j && same(item, other, call))),
        call,
      );
    },
  ]),
];

function distinct(list: List, call: Call): FeelValue[] {
  const simple = new Set<FeelValue>();
  const kept: FeelValue[] = [];
  pay(list, call);
  for (const item of list) {
    if (item === null || typeof item !== "object") {
      if (simple.has(item)) continue;
      simple.add(item);
      kept.push(item);
    } else if (!kept.some((other) => same(item, other, call))) kept.push(item);
  }
  return sized(kept, call);
}

function same(a: FeelValue, b: FeelValue, call: Call): boolean {
  call.run.spend(1, call.place.at);
  return equal(a, b, call.run, call.place);
}
