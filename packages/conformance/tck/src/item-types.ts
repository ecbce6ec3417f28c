import { compileUnaryTests, conformsTo, type FeelType, type FeelValue, kindOf } from "@flowright/expressions";
import type { Model } from "./model.ts";
import { attribute, child, childrenOf, textIn, type XmlElement } from "./xml.ts";

const BUILT_IN: Readonly<Record<string, string>> = {
  number: "number",
  string: "string",
  boolean: "boolean",
  date: "date",
  time: "time",
  dateTime: "date and time",
  "date and time": "date and time",
  dayTimeDuration: "days and time duration",
  "days and time duration": "days and time duration",
  yearMonthDuration: "years and months duration",
  "years and months duration": "years and months duration",
  context: "context",
  list: "list",
  Any: "Any",
};

/** The types that a model declares, by name, as expressions know them. */
export function namedTypes(model: Model): ReadonlyMap<string, FeelType> {
  const types = new Map<string, FeelType>();
  for (const definition of childrenOf(model.root, "itemDefinition")) {
    types.set(attribute(definition, "name") ?? "", typeOfDefinition(definition));
  }
  for (const [prefix, imported] of model.imports) {
    for (const [name, type] of namedTypes(imported))
      types.set(`${prefix}.${name}`, qualified(type, prefix, imported));
  }
  return types;
}

/** The type that a name stands for. */
export function typeNamed(name: string): FeelType {
  const plain = name.replace(/^(feel|xsd):/, "");
  return named(Object.hasOwn(BUILT_IN, plain) ? (BUILT_IN[plain] ?? plain) : plain);
}

/**
 * The value as its declared type wants it: as it is, a list of one for its element, an element for a list of it, or
 * null when it does not conform.
 */
export function coerced(
  value: FeelValue,
  typeRef: string | undefined,
  types: ReadonlyMap<string, FeelType>,
): FeelValue {
  if (typeRef === undefined || value === null) return value;
  const type = typeNamed(typeRef);
  if (conformsTo(value, type, types)) return value;
  if (kindOf(value) === "list") {
    const [only, ...more] = value as readonly FeelValue[];
    return only !== undefined && more.length === 0 && conformsTo(only, type, types) ? only : null;
  }
  if (kindOf(value) === "date" && type.name === "date and time") {
    const { day } = value as Extract<FeelValue, { readonly kind: "date" }>;
    return { kind: "date and time", day, nanos: 0, offset: 0, zone: null };
  }
  return conformsTo([value], type, types) ? [value] : null;
}

function named(name: string): FeelType {
  return { name, element: null, entries: [], parameters: null, returns: null, allows: null };
}

function typeOfDefinition(definition: XmlElement): FeelType {
  const allowed = textIn(child(definition, "allowedValues"));
  const base = baseOf(definition);
  const one = allowed === "" ? base : { ...base, allows: allows(allowed) };
  return attribute(definition, "isCollection") === "true" ? { ...named("list"), element: one } : one;
}

function baseOf(definition: XmlElement): FeelType {
  const components = childrenOf(definition, "itemComponent");
  if (components.length > 0) {
    return {
      ...named("context"),
      entries: components.map((component) => ({
        name: attribute(component, "name") ?? "",
        type: typeOfDefinition(component),
      })),
    };
  }
  const functionItem = child(definition, "functionItem");
  if (functionItem) {
    return {
      ...named("function"),
      parameters: childrenOf(functionItem, "parameters").map((one) =>
        typeNamed(attribute(one, "typeRef") ?? "Any"),
      ),
      returns: typeNamed(attribute(functionItem, "outputTypeRef") ?? "Any"),
    };
  }
  return typeNamed(child(definition, "typeRef")?.text.trim() ?? attribute(definition, "typeRef") ?? "Any");
}

function allows(text: string): (value: FeelValue) => boolean {
  const compiled = compileUnaryTests(text, {}, undefined, { nulls: "dmn" });
  if (!compiled.ok) return () => true;
  return (value) => {
    const result = compiled.tests.accepts(value, {}, { now: "1970-01-01T00:00:00Z" });
    return result.ok && result.value === true;
  };
}

/** A type of an imported model: the names in it are those of that model. */
function qualified(type: FeelType, prefix: string, model: Model): FeelType {
  const own = new Set(childrenOf(model.root, "itemDefinition").map((one) => attribute(one, "name")));
  const inner = (one: FeelType): FeelType => qualified(one, prefix, model);
  return {
    ...type,
    name: own.has(type.name) ? `${prefix}.${type.name}` : type.name,
    element: type.element && inner(type.element),
    entries: type.entries.map((entry) => ({ name: entry.name, type: inner(entry.type) })),
    parameters: type.parameters?.map(inner) ?? null,
    returns: type.returns && inner(type.returns),
  };
}
