import type { Loop } from "../syntax/syntax.ts";
import type { Infer, Names } from "./checker.ts";
import { ANY, NUMBER, type StaticType } from "./static-type.ts";

/** The names within the loops, each with the type of the elements it takes. */
export function inferLoops(infer: Infer, loops: readonly Loop[], names: Names): Names {
  return loops.reduce((inner, loop) => {
    const list = infer(loop.list, inner);
    if (loop.to) {
      infer(loop.to, inner);
      return inferNamed(inner, loop.name, list.kind === "date" ? list : NUMBER);
    }
    const element = list.kind === "list" || list.kind === "range" ? (list.element ?? ANY) : list;
    return inferNamed(inner, loop.name, element);
  }, names);
}

/** The names with one more. */
export function inferNamed(names: Names, name: string, type: StaticType): Names {
  return { local: new Map([[name, type]]), item: null, outer: names };
}
