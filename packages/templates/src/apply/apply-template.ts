import type { WorkflowDefinition } from "@flowright/definition";
import type {
  FlowTemplate,
  TemplateParameter,
  TemplatePlace,
  TemplateValue,
  TemplateValues,
} from "../template.ts";
import { centsOf } from "./cents-of.ts";
import { parameterValue } from "./check-values.ts";
import { durationWords } from "./minutes-of.ts";
import { placeKeys } from "./place-path.ts";

const HOLE = /«([^»]+)»/g;

/**
 * The flow of a template with the values in their places; the template itself stays as it is. Values must have passed
 * `checkValues`. A place that the definition does not have is left out: `templateProblems` names it.
 */
export function applyTemplate(
  template: Pick<FlowTemplate, "parameters" | "definition">,
  values: TemplateValues,
): WorkflowDefinition {
  return template.parameters.reduce((definition, parameter) => {
    return parameter.places.reduce((current, place) => {
      const keys = placeKeys(current, place.at);
      return keys === null
        ? current
        : withRole(replaced(current, keys, contentOf(place, parameter, template, values)), parameter, values);
    }, definition);
  }, template.definition);
}

function contentOf(
  place: TemplatePlace,
  parameter: TemplateParameter,
  { parameters }: Pick<FlowTemplate, "parameters">,
  values: TemplateValues,
): unknown {
  const write = (pattern: string, say: (parameter: TemplateParameter, value: TemplateValue) => string) =>
    pattern.replace(HOLE, (hole, id: string) => {
      const named = parameters.find((other) => other.id === id);
      return named === undefined ? hole : say(named, parameterValue(named, values));
    });
  if (place.feel !== undefined) return write(place.feel, literalOf);
  if (place.text !== undefined) {
    const language = place.at.endsWith("/zh-CN") ? "zh-CN" : "en";
    return write(place.text, (named, value) => wordsOf(named, value, language));
  }
  const value = parameterValue(parameter, values);
  return parameter.type === "money" ? amountOf(String(value)) : value;
}

/** A value as FEEL. */
function literalOf(parameter: TemplateParameter, value: TemplateValue): string {
  if (parameter.type === "duration") return `duration(${JSON.stringify(value)})`;
  if (parameter.type === "money") return plainAmount(String(value));
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

function wordsOf(parameter: TemplateParameter, value: TemplateValue, language: "en" | "zh-CN"): string {
  if (parameter.type === "duration") return durationWords(String(value), language);
  if (parameter.type === "money") {
    const [whole = "", part] = plainAmount(String(value)).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return part === undefined ? grouped : `${grouped}.${part}`;
  }
  return String(value);
}

function amountOf(text: string): string {
  const cents = centsOf(text) ?? 0;
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

const plainAmount = (text: string) => amountOf(text).replace(/\.00$/, "");

/** A role that the flow did not name so far is one of the workspace: the flow names it from now on. */
function withRole(
  definition: WorkflowDefinition,
  parameter: TemplateParameter,
  values: TemplateValues,
): WorkflowDefinition {
  const who = parameterValue(parameter, values);
  if (parameter.type !== "who" || typeof who !== "object" || who.type !== "role") return definition;
  const roles = definition.roles ?? [];
  return roles.some(({ id }) => id === who.role)
    ? definition
    : { ...definition, roles: [...roles, { id: who.role }] };
}

/** A document with another value at a place; what does not change is shared. */
function replaced<Document>(
  document: Document,
  keys: readonly (string | number)[],
  value: unknown,
): Document {
  const [key, ...rest] = keys;
  if (key === undefined) return value as Document;
  if (Array.isArray(document)) {
    return document.map((entry, index) => (index === key ? replaced(entry, rest, value) : entry)) as Document;
  }
  const inside = (document as Record<string | number, unknown>)[key];
  return { ...document, [key]: replaced(inside, rest, value) };
}
