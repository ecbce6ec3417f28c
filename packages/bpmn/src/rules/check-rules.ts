import type { Problem } from "@flowright/definition";
import { bpmnProblem } from "../problem/bpmn-problem.ts";
import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { BOUNDARY_RULES } from "./boundary-rules.ts";
import { BpmnModel } from "./bpmn-model.ts";
import { COLLABORATION_RULES } from "./collaboration-rules.ts";
import { COMPENSATION_RULES } from "./compensation-rules.ts";
import { CONTAINER_RULES } from "./container-rules.ts";
import { DATA_RULES } from "./data-rules.ts";
import { EVENT_RULES } from "./event-rules.ts";
import { GATEWAY_RULES } from "./gateway-rules.ts";
import { LINK_RULES } from "./link-rules.ts";
import { REFERENCE_RULES } from "./reference-rules.ts";
import type { BpmnRule, BpmnRules } from "./rule.ts";
import { SEQUENCE_FLOW_RULES } from "./sequence-flow-rules.ts";

/** What BPMN 2.0.2 asks for beyond its XML schema, by code. */
export const BPMN_RULES: BpmnRules = {
  ...REFERENCE_RULES,
  ...SEQUENCE_FLOW_RULES,
  ...EVENT_RULES,
  ...BOUNDARY_RULES,
  ...GATEWAY_RULES,
  ...LINK_RULES,
  ...COMPENSATION_RULES,
  ...CONTAINER_RULES,
  ...COLLABORATION_RULES,
  ...DATA_RULES,
};

/**
 * Where a file breaks a rule of BPMN that an XML schema cannot say. Each problem has the rule as its code, the section
 * of the standard among its parameters, and the element with its line as its place. They are warnings: such a file can
 * be imported, and what then cannot run is an error of the definition.
 */
export function checkRules(root: XmlElement): Problem[] {
  const model = new BpmnModel(root);
  return Object.entries(BPMN_RULES).flatMap(([code, rule]) => problemsOf(code, rule, model));
}

function problemsOf(code: string, { section, message, fix, find }: BpmnRule, model: BpmnModel): Problem[] {
  const template = { severity: "warning" as const, message: withSection(message), fix };
  return [...find(model)].map(({ element, params }) => {
    const node = nearestId(element);
    const { line, column } = element;
    return bpmnProblem(
      code,
      template,
      { node, line, column },
      { id: node ?? element.local, section, ...params },
    );
  });
}

/** The id of an element, or of the nearest one around it that has one. */
function nearestId(element: XmlElement): string | undefined {
  for (let around: XmlElement | null = element; around; around = around.parent) {
    const id = attributeOf(around, "id");
    if (id !== undefined) return id;
  }
  return undefined;
}

function withSection({ en, "zh-CN": chinese }: BpmnRule["message"]): BpmnRule["message"] {
  return { en: `${en} (BPMN 2.0.2, {section})`, "zh-CN": `${chinese}（BPMN 2.0.2，{section}）` };
}
