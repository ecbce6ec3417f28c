import type { BusinessRuleTask } from "@flowright/definition";
import { compileUnaryTests, type Json } from "@flowright/expressions";
import { Failure } from "./failure.ts";
import type { CaseState, Scope } from "./state.ts";
import type { Data } from "./values.ts";

type Table = NonNullable<BusinessRuleTask["table"]>;

/** What the table of a step decides (DMN 1.5, 8.2.8), for tables with one column of results, which are numbers. */
export function decide(data: Data, state: CaseState, scope: Scope, step: BusinessRuleTask): Json {
  const { table } = step;
  if (table === undefined) throw new Failure("decision.missing");
  try {
    return decided(data, state, scope, table);
  } catch (thrown) {
    if (!(thrown instanceof NoMatch)) throw thrown;
    if (step.noMatch === "null") return null;
    throw new Failure("decision.none");
  }
}

class NoMatch extends Error {}

function decided(data: Data, state: CaseState, scope: Scope, table: Table): Json {
  const inputs = table.inputs.map(({ expression }) => reading(() => data.json(state, scope, expression)));
  const { hitPolicy, aggregator = "list" } = table;
  const [output] = table.outputs;
  const resultOf = (source: string): number => {
    const value = reading(() => data.json(state, scope, source));
    const isListed = output?.values === undefined || output.values.includes(value as number);
    if (typeof value !== "number" || !isListed) throw new Failure("decision.failed");
    return value;
  };
  const results: number[] = [];
  for (const { when, then } of table.rules) {
    if (!matches(data, state, scope, table, when, inputs)) continue;
    results.push(resultOf(then[0] ?? "null"));
    if (hitPolicy === "first") break;
  }
  const several = hitPolicy === "ruleOrder" || hitPolicy === "outputOrder" || hitPolicy === "collect";
  const first = results[0];
  if (hitPolicy === "collect" && aggregator === "count") return results.length;
  if (first === undefined) {
    if (output?.default !== undefined) {
      const value = resultOf(output.default);
      return several && aggregator === "list" ? [value] : value;
    }
    if (!several || aggregator !== "list") throw new NoMatch();
    return [];
  }
  const byRank = [...results].sort((one, other) => rank(output, one) - rank(output, other));
  switch (hitPolicy) {
    case "unique":
      if (results.length > 1) throw new Failure("decision.failed");
      return first;
    case "any":
      if (results.some((result) => result !== first)) throw new Failure("decision.failed");
      return first;
    case "first":
      return first;
    case "priority":
      return byRank[0] ?? first;
    case "outputOrder":
      return byRank;
    case "ruleOrder":
      return results;
    default:
      return collected(results, aggregator);
  }
}

function collected(results: number[], aggregator: NonNullable<Table["aggregator"]>): Json {
  if (aggregator === "list") return results;
  if (aggregator === "sum") return results.reduce((sum, result) => sum + result, 0);
  return aggregator === "min" ? Math.min(...results) : Math.max(...results);
}

function rank(output: Table["outputs"][number] | undefined, result: number): number {
  return (output?.values ?? []).indexOf(result);
}

/** A rule holds where every cell does; what cannot be told of one cell does not matter where another does not hold. */
function matches(
  data: Data,
  state: CaseState,
  scope: Scope,
  table: Table,
  when: readonly string[],
  inputs: readonly Json[],
): boolean {
  let unclear = false;
  for (const [column, cell] of when.entries()) {
    if (cell === "-" || cell === "") continue;
    const types = data.fields(state, scope);
    const compiled = compileUnaryTests(cell, types, { type: table.inputs[column]?.type ?? "number" });
    if (!compiled.ok) throw new Failure("decision.failed");
    const variables = data.variables(state, scope);
    const held = compiled.tests.matches(inputs[column] ?? null, variables, { now: state.now });
    if (!held.ok) unclear = true;
    else if (held.value !== true) return false;
  }
  if (unclear) throw new Failure("decision.failed");
  return true;
}

function reading(read: () => Json): Json {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Failure) throw new Failure("decision.failed");
    throw thrown;
  }
}
