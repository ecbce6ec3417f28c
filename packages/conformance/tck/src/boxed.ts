import {
  contextOf,
  type FeelContext,
  type FeelFunction,
  type FeelValue,
  kindOf,
} from "@flowright/expressions";
import { evaluateTable } from "./decision-table.ts";
import { coerced } from "./item-types.ts";
import { evaluateText, type Scope, withValues } from "./scope.ts";
import { attribute, child, childrenOf, textIn, type XmlElement } from "./xml.ts";

const EXPRESSIONS = new Set([
  "literalExpression",
  "context",
  "list",
  "relation",
  "functionDefinition",
  "invocation",
  "decisionTable",
  "conditional",
  "filter",
  "for",
  "some",
  "every",
]);

/** The boxed expression directly in an element; undefined when there is none. */
export function expressionIn(element: XmlElement | undefined): XmlElement | undefined {
  return element?.children.find((one) => EXPRESSIONS.has(one.name));
}

/** The value of a boxed expression. What it declares as its type it must have. */
export function evaluateBoxed(element: XmlElement | undefined, scope: Scope): FeelValue {
  if (!element) return null;
  return coerced(evaluateShape(element, scope), attribute(element, "typeRef"), scope.types);
}

function evaluateShape(element: XmlElement, scope: Scope): FeelValue {
  const inner = (name: string): FeelValue => evaluateBoxed(expressionIn(child(element, name)), scope);
  switch (element.name) {
    case "literalExpression":
      return evaluateText(textIn(element), scope);
    case "context":
      return evaluateContext(element, scope);
    case "list":
      return element.children
        .filter((one) => EXPRESSIONS.has(one.name))
        .map((one) => evaluateBoxed(one, scope));
    case "relation":
      return evaluateRelation(element, scope);
    case "functionDefinition":
      return boxedFunction(element, "function", () => scope, scope);
    case "invocation":
      return evaluateInvocation(element, scope);
    case "decisionTable":
      return evaluateTable(element, scope);
    case "conditional":
      return evaluateConditional(inner);
    case "filter":
      return evaluateFilter(element, inner("in"), scope);
    case "for":
    case "some":
    case "every":
      return evaluateLoop(element, inner("in"), scope);
    default:
      return null;
  }
}

function evaluateConditional(inner: (name: string) => FeelValue): FeelValue {
  const condition = inner("if");
  if (condition !== null && typeof condition !== "boolean") return null;
  return condition === true ? inner("then") : inner("else");
}

function evaluateContext(element: XmlElement, outer: Scope): FeelValue {
  let scope = outer;
  const entries = new Map<string, FeelValue>();
  for (const entry of childrenOf(element, "contextEntry")) {
    const variable = child(entry, "variable");
    const value = coerced(
      evaluateBoxed(expressionIn(entry), scope),
      attribute(variable, "typeRef"),
      scope.types,
    );
    const name = attribute(variable, "name");
    if (name === undefined) return value;
    entries.set(name, value);
    scope = withValues(scope, [[name, value]]);
  }
  return contextOf(entries);
}

function evaluateRelation(element: XmlElement, scope: Scope): FeelValue {
  const columns = childrenOf(element, "column").map((column) => attribute(column, "name") ?? "");
  return childrenOf(element, "row").map((row) => {
    const cells = row.children.filter((one) => EXPRESSIONS.has(one.name));
    return contextOf(new Map(columns.map((name, i) => [name, evaluateBoxed(cells[i], scope)])));
  });
}

/** A function with formal parameters; its body sees what `outer` gives and its arguments. */
export function boxedFunction(
  element: XmlElement,
  name: string,
  outer: () => Scope,
  scope: Scope,
): FeelFunction {
  const formal = childrenOf(element, "formalParameter");
  const parameters = formal.map((one) => attribute(one, "name") ?? "");
  return {
    kind: "function",
    name,
    parameters,
    call: (values) => {
      if (attribute(element, "kind") !== undefined && attribute(element, "kind") !== "FEEL") {
        scope.journal.problems.push(`external function of the kind ${attribute(element, "kind")}`);
        return null;
      }
      if (values.length !== parameters.length) return null;
      const given: [string, FeelValue][] = [];
      for (const [index, parameter] of formal.entries()) {
        const value = values[index] ?? null;
        const fitting = coerced(value, attribute(parameter, "typeRef"), scope.types);
        if (value !== null && fitting === null) return null;
        given.push([parameters[index] ?? "", fitting]);
      }
      return evaluateBoxed(expressionIn(element), withValues(outer(), given));
    },
  };
}

function evaluateInvocation(element: XmlElement, scope: Scope): FeelValue {
  const target = evaluateBoxed(expressionIn(element), scope);
  if (kindOf(target) !== "function") {
    scope.journal.problems.push("the invocation has no function");
    return null;
  }
  const called = target as FeelFunction;
  const given = new Map(
    childrenOf(element, "binding").map((binding): [string, FeelValue] => [
      attribute(child(binding, "parameter"), "name") ?? "",
      evaluateBoxed(expressionIn(binding), scope),
    ]),
  );
  if ([...given.keys()].some((name) => !called.parameters.includes(name))) return null;
  return called.call(called.parameters.map((name) => given.get(name) ?? null));
}

function evaluateFilter(element: XmlElement, list: FeelValue, scope: Scope): FeelValue {
  if (list === null) return null;
  const items = kindOf(list) === "list" ? (list as readonly FeelValue[]) : [list];
  const match = expressionIn(child(element, "match"));
  const kept: FeelValue[] = [];
  for (const item of items) {
    const entries = kindOf(item) === "context" ? entriesOf(item as FeelContext) : [];
    const found = evaluateBoxed(match, withValues(scope, [...entries, ["item", item]]));
    if (kindOf(found) === "number") {
      return evaluateText(
        "list[index]",
        withValues(scope, [
          ["list", items],
          ["index", found],
        ]),
      );
    }
    if (found === true) kept.push(item);
    else if (found !== false) return null;
  }
  return kept;
}

function evaluateLoop(element: XmlElement, list: FeelValue, scope: Scope): FeelValue {
  const name = attribute(element, "iteratorVariable") ?? "";
  const items = evaluateText("for i in list return i", withValues(scope, [["list", list]]));
  if (kindOf(items) !== "list") return null;
  const body = expressionIn(child(element, element.name === "for" ? "return" : "satisfies"));
  const results: FeelValue[] = [];
  for (const item of items as readonly FeelValue[]) {
    results.push(
      evaluateBoxed(
        body,
        withValues(scope, [
          [name, item],
          ["partial", [...results]],
        ]),
      ),
    );
  }
  if (element.name === "for") return results;
  if (results.some((result) => result !== null && typeof result !== "boolean")) return null;
  return evaluateText(
    element.name === "some" ? "any(list)" : "all(list)",
    withValues(scope, [["list", results]]),
  );
}

function entriesOf(context: FeelContext): [string, FeelValue][] {
  return context.names().map((name) => [name, context.get(name) ?? null]);
}
