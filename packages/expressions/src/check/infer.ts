import type { Syntax } from "../syntax/syntax.ts";
import { checkLogic } from "./check-logic.ts";
import type { Checker, Infer, Names } from "./checker.ts";
import { inferCall } from "./infer-call.ts";
import { inferLoops, inferNamed } from "./infer-loop.ts";
import { inferName, inferPath } from "./infer-name.ts";
import { checkComparable, checkNotEmpty, inferArithmetic, wantBoolean } from "./infer-operator.ts";
import { ANY, BOOLEAN, either, type StaticType, typeOfDeclared, typeOfValue } from "./static-type.ts";

export function inferWith(checker: Checker): Infer {
  const infer: Infer = (syntax, names) => inferNode(checker, infer, syntax, names);
  return infer;
}

function inferNode(checker: Checker, infer: Infer, syntax: Syntax, names: Names): StaticType {
  switch (syntax.kind) {
    case "literal":
      return typeOfValue(syntax.value);
    case "name":
      return inferName(checker, syntax, names);
    case "input":
      return names.local.get("?") ?? ANY;
    case "path":
      return inferPath(checker, syntax, infer(syntax.of, names));
    case "filter":
      return inferFilter(infer, syntax.of, syntax.by, names);
    case "negate":
      return infer(syntax.of, names);
    case "arithmetic":
      return inferArithmetic(checker, syntax, infer(syntax.left, names), infer(syntax.right, names));
    case "compare": {
      const left = infer(syntax.left, names);
      const right = infer(syntax.right, names);
      checkComparable(checker, syntax, syntax.operator, [syntax.left, left], [syntax.right, right]);
      return BOOLEAN;
    }
    case "between": {
      const of = infer(syntax.of, names);
      checkComparable(checker, syntax, "between", [syntax.of, of], [syntax.low, infer(syntax.low, names)]);
      checkComparable(checker, syntax, "between", [syntax.of, of], [syntax.high, infer(syntax.high, names)]);
      checkNotEmpty(checker, syntax, true);
      return BOOLEAN;
    }
    case "in": {
      const of = infer(syntax.of, names);
      const inner = { local: new Map([["?", of]]), item: null, outer: names };
      for (const test of syntax.tests) inferTest(checker, infer, syntax.of, of, test, inner);
      return BOOLEAN;
    }
    case "logic":
      wantBoolean(checker, syntax.left, infer(syntax.left, names));
      wantBoolean(checker, syntax.right, infer(syntax.right, names));
      checkLogic(checker, syntax);
      return BOOLEAN;
    case "if":
      wantBoolean(checker, syntax.condition, infer(syntax.condition, names));
      return either(infer(syntax.whenTrue, names), infer(syntax.whenFalse, names));
    case "for": {
      const inner = inferLoops(infer, syntax.loops, names);
      const partial = inferNamed(inner, "partial", { kind: "list" });
      return { kind: "list", element: infer(syntax.result, partial) };
    }
    case "quantified":
      wantBoolean(checker, syntax.condition, infer(syntax.condition, inferLoops(infer, syntax.loops, names)));
      return BOOLEAN;
    case "list": {
      const [first, ...rest] = syntax.items.map((item) => infer(item, names));
      return first ? { kind: "list", element: rest.reduce(either, first) } : { kind: "list" };
    }
    case "context": {
      const entries = new Map<string, StaticType>();
      let inner = names;
      for (const entry of syntax.entries) {
        // A function may call itself by the name of its entry.
        const own = inferNamed(inner, entry.name, { kind: "function" });
        const type = infer(entry.value, entry.value.kind === "function" ? own : inner);
        entries.set(entry.name, type);
        inner = inferNamed(inner, entry.name, type);
      }
      return { kind: "context", entries };
    }
    case "range": {
      const low = infer(syntax.low, names);
      const high = infer(syntax.high, names);
      checkComparable(checker, syntax, "..", [syntax.low, low], [syntax.high, high]);
      checkNotEmpty(checker, syntax, syntax.lowIncluded && syntax.highIncluded);
      return { kind: "range", element: either(low, high) };
    }
    case "unary":
      return { kind: "range", element: infer(syntax.value, names) };
    case "call":
      return inferCall(checker, infer, syntax, names);
    case "instance":
      infer(syntax.of, names);
      return BOOLEAN;
    case "function": {
      const local = new Map(
        syntax.parameters.map(({ name, type }): [string, StaticType] => [name, typeOfDeclared(type)]),
      );
      infer(syntax.body, { local, item: null, outer: names });
      return { kind: "function" };
    }
  }
}

function inferFilter(infer: Infer, of: Syntax, by: Syntax, names: Names): StaticType {
  const list = infer(of, names);
  const element = list.kind === "list" ? (list.element ?? ANY) : list;
  const found = infer(by, { local: new Map([["item", element]]), item: element, outer: names });
  if (found.kind === "number") return element;
  if (found.kind === "boolean") return list.kind === "list" ? list : { kind: "list", element };
  return ANY;
}

/** A test after `in` or in a cell: a value, a list of values, a range, or a comparison. */
export function inferTest(
  checker: Checker,
  infer: Infer,
  subject: Syntax,
  type: StaticType,
  test: Syntax,
  names: Names,
): void {
  if (test.kind === "unary") {
    checkComparable(checker, test, test.operator, [subject, type], [test.value, infer(test.value, names)]);
    return;
  }
  if (test.kind === "list") {
    for (const item of test.items) inferTest(checker, infer, subject, type, item, names);
    return;
  }
  const found = infer(test, names);
  if (found.kind === "boolean" && type.kind !== "boolean") return;
  if (found.kind === "list" || found.kind === "range") {
    if (found.element) checkComparable(checker, test, "in", [subject, type], [test, found.element]);
    return;
  }
  checkComparable(checker, test, "in", [subject, type], [test, found]);
}
