import { contextOf, type FeelContext, type FeelValue, isEqual } from "@flowright/expressions";
import { coerced } from "./item-types.ts";
import { productResult } from "./product-table.ts";
import { evaluateText, passesTests, type Scope, withValues } from "./scope.ts";
import { attribute, child, childrenOf, textIn, type XmlElement } from "./xml.ts";

interface Output {
  readonly name: string;
  readonly typeRef: string | undefined;
  readonly allowed: string;
  /** The values in the order of their priority. */
  readonly order: readonly FeelValue[];
  readonly fallback: string;
}

/** The result of a decision table: by the product's own tables where they have such a table, else from here. */
export function evaluateTable(table: XmlElement, scope: Scope): FeelValue {
  const found = productResult(table, scope);
  const { tables } = scope.journal;
  if (found === undefined) tables.here += 1;
  else tables.product += 1;
  return found === undefined ? evaluateHere(table, scope) : found;
}

function evaluateHere(table: XmlElement, scope: Scope): FeelValue {
  const inputs = inputsOf(table, scope);
  if (!inputs) return null;
  const outputs = childrenOf(table, "output").map((output) => outputOf(output, scope));
  const matched = childrenOf(table, "rule").filter((rule) =>
    childrenOf(rule, "inputEntry").every((entry, i) => {
      const test = textIn(entry);
      return test === "" || passesTests(test, inputs[i] ?? null, scope);
    }),
  );
  if (matched.length === 0) return fallbackOf(outputs, scope, table);
  const results = matched.map((rule) => resultOf(rule, outputs, scope));
  return chosen(table, results, outputs, scope);
}

/** The values of the inputs; null when one of them is not among its allowed values. */
function inputsOf(table: XmlElement, scope: Scope): FeelValue[] | null {
  const values: FeelValue[] = [];
  for (const input of childrenOf(table, "input")) {
    const expression = child(input, "inputExpression");
    const value = coerced(
      evaluateText(textIn(expression), scope),
      attribute(expression, "typeRef"),
      scope.types,
    );
    const allowed = textIn(child(input, "inputValues"));
    if (allowed !== "" && value !== null && !passesTests(allowed, value, scope)) {
      scope.journal.problems.push("an input is none of the allowed values");
      return null;
    }
    values.push(value);
  }
  return values;
}

function outputOf(output: XmlElement, scope: Scope): Output {
  const allowed = textIn(child(output, "outputValues"));
  const order = allowed === "" ? null : evaluateText(`[${allowed}]`, scope);
  return {
    name: attribute(output, "name") ?? "",
    typeRef: attribute(output, "typeRef"),
    allowed,
    order: Array.isArray(order) ? order : [],
    fallback: textIn(child(output, "defaultOutputEntry")),
  };
}

function fallbackOf(outputs: readonly Output[], scope: Scope, table: XmlElement): FeelValue {
  const none = outputs.every((output) => output.fallback === "");
  if (none)
    return attribute(table, "hitPolicy") === "COLLECT" && !attribute(table, "aggregation") ? [] : null;
  return combined(
    outputs,
    outputs.map((output) => (output.fallback === "" ? null : evaluateText(output.fallback, scope))),
  );
}

function resultOf(rule: XmlElement, outputs: readonly Output[], scope: Scope): FeelValue {
  const entries = childrenOf(rule, "outputEntry");
  const values = outputs.map((output, i) =>
    coerced(evaluateText(textIn(entries[i]), scope), output.typeRef, scope.types),
  );
  return combined(outputs, values);
}

function combined(outputs: readonly Output[], values: readonly FeelValue[]): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  return contextOf(new Map(outputs.map((output, i) => [output.name, values[i] ?? null])));
}

function chosen(
  table: XmlElement,
  results: readonly FeelValue[],
  outputs: readonly Output[],
  scope: Scope,
): FeelValue {
  const [first = null] = results;
  switch (attribute(table, "hitPolicy") ?? "UNIQUE") {
    case "UNIQUE":
      return results.length === 1 ? first : null;
    case "ANY":
      return results.every((one) => isEqual(one, first)) ? first : null;
    case "FIRST":
      return first;
    case "PRIORITY":
      return byPriority(results, outputs)[0] ?? null;
    case "OUTPUT ORDER":
      return byPriority(results, outputs);
    case "COLLECT":
      return aggregated(table, results, scope);
    default:
      return [...results];
  }
}

function aggregated(table: XmlElement, results: readonly FeelValue[], scope: Scope): FeelValue {
  const inner = withValues(scope, [["results", [...results]]]);
  switch (attribute(table, "aggregation")) {
    case "SUM":
      return evaluateText("sum(results)", inner);
    case "MIN":
      return evaluateText("min(results)", inner);
    case "MAX":
      return evaluateText("max(results)", inner);
    case "COUNT":
      return evaluateText("count(results)", inner);
    default:
      return [...results];
  }
}

function byPriority(results: readonly FeelValue[], outputs: readonly Output[]): FeelValue[] {
  const rank = (result: FeelValue, index: number): number => {
    const output = outputs[index];
    const value = outputs.length === 1 ? result : ((result as FeelContext).get(output?.name ?? "") ?? null);
    const place = output?.order.findIndex((one) => isEqual(one, value)) ?? -1;
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  return [...results].sort((a, b) => {
    for (const index of outputs.keys()) {
      const order = rank(a, index) - rank(b, index);
      if (order !== 0) return order;
    }
    return 0;
  });
}
