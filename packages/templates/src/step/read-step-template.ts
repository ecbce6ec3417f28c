import { type Problem, validateDefinition } from "@flowright/definition";
import { fault, isObject, isText, TEMPLATE_ID } from "../file/shape.ts";
import { OWN_FIELDS, STEP_KINDS, STEP_TEMPLATE_SCHEMA, type StepTemplate } from "./step-template.ts";

export interface ReadStepTemplate {
  readonly template: StepTemplate | null;
  readonly problems: readonly Problem[];
}

/** Checks a parsed document as a step template. Never throws. */
export function readStepTemplate(value: unknown): ReadStepTemplate {
  if (!isObject(value) || value.schema !== STEP_TEMPLATE_SCHEMA) {
    return {
      template: null,
      problems: [fault("/schema", "This is not a step template.", "这不是节点模板。")],
    };
  }
  const { id, name, description, icon, step, rules, brings } = value;
  const problems: Problem[] = [];
  if (typeof id !== "string" || !TEMPLATE_ID.test(id)) {
    problems.push(fault("/id", "The id of the template is malformed.", "模板编号格式不正确。"));
  }
  if (!isText(name)) problems.push(fault("/name", "The template has no name.", "模板没有名称。"));
  if (!isText(description))
    problems.push(fault("/description", "The template has no description.", "模板没有说明。"));
  if (icon !== undefined && typeof icon !== "string")
    problems.push(fault("/icon", "The icon is given by its name.", "图标应填写名称。"));
  if (!isObject(step) || !STEP_KINDS.some((kind) => kind === step.kind)) {
    problems.push(fault("/step/kind", "A step of this kind cannot be a template.", "此类节点不能作为模板。"));
  } else if (OWN_FIELDS.some((field) => field !== "kind" && field in step)) {
    problems.push(
      fault("/step", "A preset step has no place of its own.", "预设节点不应包含位置等自身信息。"),
    );
  } else if (brings !== undefined && !isObject(brings)) {
    problems.push(
      fault("/brings", "What comes with the step is not in order.", "随节点带入的内容格式不正确。"),
    );
  } else problems.push(...stepFaults(step, brings ?? {}));
  if (
    !isObject(rules) ||
    !Object.values(rules).every((rule) => rule === "open" || rule === "locked" || rule === "hidden")
  ) {
    problems.push(fault("/rules", "A field is open, locked or hidden.", "字段规则只能是可改、锁定或隐藏。"));
  }
  return { template: problems.length > 0 ? null : (value as unknown as StepTemplate), problems };
}

/** The step is checked in a flow of its own; what concerns the flow around it is no matter of the template. */
function stepFaults(step: Record<string, unknown>, brings: Record<string, unknown>): Problem[] {
  const { forms, roles, fields } = brings;
  const flow = {
    schema: "flowright/workflow/v1",
    id: "template",
    name: "template",
    ...(fields === undefined ? {} : { variables: { type: "object", properties: fields } }),
    ...(roles === undefined ? {} : { roles }),
    ...(forms === undefined ? {} : { forms }),
    nodes: [
      { id: "begin", kind: "start" },
      { ...step, id: "step" },
      { id: "end", kind: "end" },
    ],
    edges: [
      { id: "a", source: "begin", target: "step" },
      { id: "b", source: "step", target: "end" },
    ],
  };
  return validateDefinition(flow).problems.flatMap((problem) => {
    const place = PLACES.find(([inside]) => problem.path.startsWith(inside));
    return place === undefined || !problem.code.startsWith("schema.")
      ? []
      : [{ ...problem, path: problem.path.replace(...place) }];
  });
}

/** Where what is found in that flow lies in the template. */
const PLACES: readonly (readonly [string, string])[] = [
  ["/nodes/1", "/step"],
  ["/variables/properties", "/brings/fields"],
  ["/forms", "/brings/forms"],
  ["/roles", "/brings/roles"],
];
