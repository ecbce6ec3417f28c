import { type Problem, validateDefinition } from "@flowright/definition";
import { checkValues } from "../apply/check-values.ts";
import { placeKeys } from "../apply/place-path.ts";
import { CATEGORIES, type FlowTemplate, TEMPLATE_SCHEMA, type TemplateParameter } from "../template.ts";
import { fault, isList, isObject, isText, TEMPLATE_ID } from "./shape.ts";

const TYPES = new Set(["money", "number", "duration", "text", "who"]);
const MOST_PARAMETERS = 50;

export interface ReadTemplate {
  /** Null where the document is no template that can be used. */
  readonly template: FlowTemplate | null;
  readonly problems: readonly Problem[];
}

/** Whether a parsed document says that it is a template. */
export function isTemplateDocument(value: unknown): boolean {
  return isObject(value) && value.schema === TEMPLATE_SCHEMA;
}

/** Checks a parsed document as a template: its own shape, its flow, its defaults and its places. Never throws. */
export function readTemplate(value: unknown): ReadTemplate {
  if (!isObject(value) || !isTemplateDocument(value)) {
    return { template: null, problems: [fault("/schema", "This is not a template.", "这不是模板文件。")] };
  }
  const shape = [
    ...headFaults(value),
    ...parameterFaults(value.parameters),
    ...broughtFaults(value.brings ?? {}),
  ];
  const { definition, problems } = validateDefinition(value.definition);
  const inFlow = problems.map((problem) => ({ ...problem, path: `/definition${problem.path}` }));
  if (shape.length > 0 || definition === null) return { template: null, problems: [...shape, ...inFlow] };
  const template = { ...value, definition } as unknown as FlowTemplate;
  const broken = [...placeFaults(template), ...defaultFaults(template)];
  return { template: broken.length > 0 ? null : template, problems: [...broken, ...inFlow] };
}

function headFaults(value: Record<string, unknown>): Problem[] {
  const faults: Problem[] = [];
  if (!isText(value.name)) faults.push(fault("/name", "The template has no name.", "模板没有名称。"));
  if (!isText(value.description)) {
    faults.push(fault("/description", "The template has no description.", "模板没有说明。"));
  }
  if (!CATEGORIES.some((category) => category === value.category)) {
    faults.push(fault("/category", "There is no such category.", "没有这个分类。"));
  }
  if (value.keywords !== undefined && !isList(value.keywords, (word) => typeof word === "string")) {
    faults.push(fault("/keywords", "Keywords are a list of words.", "关键词应为词语列表。"));
  }
  if (typeof value.id !== "string" || !TEMPLATE_ID.test(value.id)) {
    faults.push(fault("/id", "The id of the template is malformed.", "模板编号格式不正确。"));
  }
  return faults;
}

function parameterFaults(parameters: unknown): Problem[] {
  if (!Array.isArray(parameters) || parameters.length > MOST_PARAMETERS) {
    return [
      fault(
        "/parameters",
        `Parameters are a list of at most ${MOST_PARAMETERS}.`,
        `参数应为列表，最多 ${MOST_PARAMETERS} 个。`,
      ),
    ];
  }
  const seen = new Set<string>();
  return parameters.flatMap((parameter: unknown, index) => {
    const path = `/parameters/${index}`;
    if (!isObject(parameter)) return [fault(path, "This is not a parameter.", "这不是参数。")];
    const { id, type, label, places } = parameter;
    const faults: Problem[] = [];
    if (typeof id !== "string" || !TEMPLATE_ID.test(id) || seen.has(id)) {
      faults.push(fault(`${path}/id`, "A parameter needs an id of its own.", "每个参数都需要唯一的编号。"));
    } else seen.add(id);
    if (typeof type !== "string" || !TYPES.has(type)) {
      faults.push(fault(`${path}/type`, "There is no such type of parameter.", "没有这种参数类型。"));
    }
    if (!isText(label)) faults.push(fault(`${path}/label`, "The parameter has no label.", "参数没有标签。"));
    if (!isList(places, isPlace) || (places as unknown[]).length === 0) {
      faults.push(
        fault(`${path}/places`, "The parameter goes nowhere in the flow.", "参数没有对应流程中的任何位置。"),
      );
    }
    return faults;
  });
}

/** Flows must be drawable, tables and systems at least named: what is wrong inside is said where they are made. */
function broughtFaults(brings: unknown): Problem[] {
  if (!isObject(brings)) {
    return [fault("/brings", "What comes with the flow is not in order.", "随流程带入的内容格式不正确。")];
  }
  const { flows = [], decisions = [], systems = [] } = brings;
  const named = (value: unknown) => isObject(value) && typeof value.id === "string" && isText(value.name);
  const system = (value: unknown) =>
    named(value) && isList((value as Record<string, unknown>).operations, (one) => isObject(one));
  const faults: Problem[] = [];
  if (!Array.isArray(flows) || flows.some((flow) => validateDefinition(flow).definition === null)) {
    faults.push(fault("/brings/flows", "A called flow is not in order.", "被调用的流程格式不正确。"));
  }
  if (!isList(decisions, named))
    faults.push(fault("/brings/decisions", "A decision table has no id or name.", "决策表没有编号或名称。"));
  if (!isList(systems, system))
    faults.push(
      fault("/brings/systems", "A system has no id, name or operations.", "系统没有编号、名称或操作。"),
    );
  return faults;
}

function placeFaults({ definition, parameters }: FlowTemplate): Problem[] {
  return parameters.flatMap((parameter, index) =>
    parameter.places.flatMap(({ at }, place) =>
      placeKeys(definition, at) === null
        ? [
            fault(
              `/parameters/${index}/places/${place}`,
              `The flow has no place ${at}.`,
              `流程中没有位置 ${at}。`,
            ),
          ]
        : [],
    ),
  );
}

function defaultFaults(template: FlowTemplate): Problem[] {
  const indexOf = (id: string) =>
    template.parameters.findIndex((parameter: TemplateParameter) => parameter.id === id);
  return checkValues(template, {}).map(({ parameter, message }) =>
    fault(`/parameters/${indexOf(parameter)}/default`, message.en, message["zh-CN"]),
  );
}

function isPlace(value: unknown): boolean {
  if (!isObject(value) || typeof value.at !== "string") return false;
  return [value.text, value.feel].every((pattern) => pattern === undefined || typeof pattern === "string");
}
