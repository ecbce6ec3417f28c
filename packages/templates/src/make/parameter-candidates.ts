import { type LocalizedText, nodesOf, type Who, type WorkflowDefinition } from "@flowright/definition";
import { minutesOf } from "../apply/minutes-of.ts";
import type { TemplateParameter } from "../template.ts";

/** Kept small: a template that asks for more is a form, not a beginning. */
const MOST = 50;

/**
 * The values of a flow that may become parameters: who does a step, when it is due, and the defaults of the case's
 * amounts, numbers, durations and texts (those inside a group of fields, too).
 */
export function parameterCandidates(definition: WorkflowDefinition): TemplateParameter[] {
  const steps = [...nodesOf(definition)].flatMap(({ node }) => {
    const found: TemplateParameter[] = [];
    const name = "name" in node ? node.name : undefined;
    if ("who" in node && isFixed(node.who)) {
      found.push({
        id: `who_${node.id}`,
        type: "who",
        label: about(name ?? node.id, "who", "由谁处理"),
        default: node.who,
        places: [{ at: `/@${node.id}/who` }],
      });
    }
    if (
      "deadline" in node &&
      node.deadline?.type === "duration" &&
      minutesOf(node.deadline.duration) !== null
    ) {
      found.push({
        id: `deadline_${node.id}`,
        type: "duration",
        label: about(name ?? node.id, "due within", "时限"),
        default: node.deadline.duration,
        places: [{ at: `/@${node.id}/deadline/duration` }],
      });
    }
    return found;
  });
  const fields = fieldCandidates(definition.variables?.properties ?? {}, "/variables/properties", "");
  return [...fields, ...steps].map(withPlainId).slice(0, MOST);
}

interface Field {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly currency?: unknown;
  readonly title?: LocalizedText | undefined;
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: unknown } | undefined;
}

function fieldCandidates(
  properties: { readonly [name: string]: unknown },
  path: string,
  id: string,
): TemplateParameter[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const field = value as Field;
    const at = `${path}/${escaped(name)}`;
    if (field.properties !== undefined && typeof field.default === "object" && field.default !== null) {
      return Object.entries(field.default).flatMap(([key, inside]) => {
        const member = field.properties?.[key] as Field | undefined;
        return member === undefined
          ? []
          : fieldCandidate(
              `${id}${name}_${key}`,
              key,
              { ...member, default: inside },
              `${at}/default/${escaped(key)}`,
            );
      });
    }
    return fieldCandidate(`${id}${name}`, name, field, `${at}/default`);
  });
}

function fieldCandidate(id: string, name: string, field: Field, at: string): TemplateParameter[] {
  const base = { id, label: field.title ?? name, places: [{ at }] };
  const { default: value } = field;
  if (typeof value === "number")
    return [
      { ...base, type: "number", default: value, ...(field.type === "integer" ? { whole: true } : {}) },
    ];
  if (typeof value !== "string" || value === "") return [];
  if (field.format === "money")
    return [
      {
        ...base,
        type: "money",
        default: value,
        currency: typeof field.currency === "string" ? field.currency : "CNY",
      },
    ];
  if (field.format === "duration")
    return minutesOf(value) === null ? [] : [{ ...base, type: "duration", default: value }];
  return field.format === undefined || field.format === "multiline"
    ? [{ ...base, type: "text", default: value }]
    : [];
}

const isFixed = (who: Who) => who.type === "role" || who.type === "people" || who.type === "initiator";

function about(name: LocalizedText, en: string, chinese: string): LocalizedText {
  if (typeof name === "string") return { en: `${name}: ${en}`, "zh-CN": `${name}：${chinese}` };
  return {
    en: `${name.en ?? name["zh-CN"] ?? ""}: ${en}`,
    "zh-CN": `${name["zh-CN"] ?? name.en ?? ""}：${chinese}`,
  };
}

/** Ids of parameters are plain words, so a Chinese id becomes its number. */
function withPlainId(parameter: TemplateParameter, index: number): TemplateParameter {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(parameter.id)
    ? parameter
    : { ...parameter, id: `value_${index + 1}` };
}

const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
