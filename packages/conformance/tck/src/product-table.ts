import {
  type ColumnType,
  compileDecisionTable,
  type DecisionInput,
  type DecisionOutput,
  type DecisionTable,
  type HitPolicy,
} from "@flowright/decisions";
import {
  type FeelContext,
  type FeelType,
  type FeelValue,
  type FieldType,
  type FieldTypes,
  type Json,
  kindOf,
  toJson,
} from "@flowright/expressions";
import { typeNamed } from "./item-types.ts";
import { evaluateText, NOW, type Scope } from "./scope.ts";
import { attribute, child, childrenOf, textIn, type XmlElement } from "./xml.ts";

const POLICIES: Readonly<Record<string, HitPolicy | undefined>> = {
  UNIQUE: "unique",
  ANY: "any",
  PRIORITY: "priority",
  FIRST: "first",
  "RULE ORDER": "ruleOrder",
  "OUTPUT ORDER": "outputOrder",
  COLLECT: "collect",
};
const AGGREGATORS = { SUM: "sum", MIN: "min", MAX: "max", COUNT: "count" } as const;
const COLUMNS: Readonly<Record<string, ColumnType | undefined>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  date: "date",
  time: "time",
  "date and time": "date-time",
  "days and time duration": "duration",
  "years and months duration": "duration",
};
const FIELDS: Readonly<Record<string, FieldType>> = {
  string: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  time: { type: "string", format: "time" },
  "date and time": { type: "string", format: "date-time" },
  "days and time duration": { type: "string", format: "duration" },
  "years and months duration": { type: "string", format: "duration" },
};

/**
 * What the product's decision tables make of a table of the TCK; undefined where the table is none that the product
 * has: columns of lists or records, calls of functions that the model defines.
 */
export function productResult(table: XmlElement, scope: Scope): FeelValue | undefined {
  const { types, variables } = stored(scope);
  const decisionTable = translated(table, scope);
  if (!decisionTable) return undefined;
  const compiled = compileDecisionTable(decisionTable, types);
  if (!compiled.ok) return undefined;
  const decided = compiled.decision.evaluate(variables, { now: NOW });
  if (decided.ok) return decided.value;
  scope.journal.problems.push(decided.error.message.en);
  return null;
}

function translated(table: XmlElement, scope: Scope): DecisionTable | undefined {
  const hitPolicy = POLICIES[attribute(table, "hitPolicy") ?? "UNIQUE"];
  const aggregation = attribute(table, "aggregation") as keyof typeof AGGREGATORS | undefined;
  const inputs = childrenOf(table, "input").map((input, i) => inputOf(input, i, scope));
  const rules = childrenOf(table, "rule");
  const outputs = childrenOf(table, "output").map((output, i) => outputOf(output, i, rules, scope));
  if (!hitPolicy || inputs.includes(undefined) || outputs.includes(undefined)) return undefined;
  return {
    hitPolicy,
    ...(aggregation && { aggregator: AGGREGATORS[aggregation] }),
    inputs: inputs.filter((input) => input !== undefined),
    outputs: outputs.filter((output) => output !== undefined),
    rules: rules.map((rule, i) => ({
      id: `rule-${i + 1}`,
      when: childrenOf(rule, "inputEntry").map(textIn),
      then: childrenOf(rule, "outputEntry").map(textIn),
    })),
  };
}

function inputOf(input: XmlElement, index: number, scope: Scope): DecisionInput | undefined {
  const expression = child(input, "inputExpression");
  const source = textIn(expression);
  const declared = attribute(expression, "typeRef");
  const type = columnType(declared, scope, () => [evaluateText(source, scope)]);
  const values = textIn(child(input, "inputValues"));
  return type && { id: `input-${index + 1}`, expression: source, type, ...(values !== "" && { values }) };
}

function outputOf(
  output: XmlElement,
  index: number,
  rules: readonly XmlElement[],
  scope: Scope,
): DecisionOutput | undefined {
  const cells = (): FeelValue[] =>
    rules.map((rule) => evaluateText(textIn(childrenOf(rule, "outputEntry")[index]), scope));
  const type = columnType(attribute(output, "typeRef"), scope, cells);
  const listed = textIn(child(output, "outputValues"));
  const values = listed === "" ? [] : evaluateText(`[${listed}]`, scope);
  const fallback = textIn(child(output, "defaultOutputEntry"));
  if (!type || !Array.isArray(values)) return undefined;
  return {
    name: attribute(output, "name") ?? `output-${index + 1}`,
    type,
    ...(values.length > 0 && { values: values.map((value) => value as string | number) }),
    ...(fallback !== "" && { default: fallback }),
  };
}

/** The type of a column: as it is declared, or else that of its values. */
function columnType(
  declared: string | undefined,
  scope: Scope,
  values: () => readonly FeelValue[],
): ColumnType | undefined {
  const kind = declared === undefined ? undefined : kindNamed(declared, scope.types);
  if (kind !== undefined && kind !== "Any") return COLUMNS[kind];
  const [first] = values().filter((value) => value !== null);
  return first === undefined ? "string" : COLUMNS[kindOf(first)];
}

function kindNamed(name: string, types: ReadonlyMap<string, FeelType>): string {
  let type = typeNamed(name);
  for (let i = 0; i < 10; i += 1) type = types.get(type.name) ?? type;
  return type.name;
}

/** The values of a scope as the product stores them. */
function stored(scope: Scope): { types: FieldTypes; variables: Record<string, Json> } {
  const types: Record<string, FieldType> = {};
  const variables: Record<string, Json> = {};
  for (const [name, value] of scope.values) {
    const type = fieldOf(value);
    const json = toJson(value, type);
    if (!json.ok) continue;
    types[name] = type;
    variables[name] = json.value;
  }
  return { types, variables };
}

function fieldOf(value: FeelValue): FieldType {
  const kind = kindOf(value);
  if (kind === "list") return { type: "array", items: fieldOf((value as readonly FeelValue[])[0] ?? null) };
  if (kind === "context") {
    const context = value as FeelContext;
    const entries = context.names().map((name) => [name, fieldOf(context.get(name) ?? null)]);
    return { type: "object", properties: Object.fromEntries(entries) };
  }
  return FIELDS[kind] ?? {};
}
