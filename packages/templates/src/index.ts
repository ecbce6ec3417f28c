/**
 * Templates of flows: what they ask for, and the flow that comes of it.
 *
 * @packageDocumentation
 */
export { applyTemplate } from "./apply/apply-template.ts";
export { checkValues, parameterValue } from "./apply/check-values.ts";
export { minutesOf } from "./apply/minutes-of.ts";
export { type FlowNeeds, needsOf } from "./file/needs-of.ts";
export { isTemplateDocument, type ReadTemplate, readTemplate } from "./file/read-template.ts";
export { parameterCandidates } from "./make/parameter-candidates.ts";
export { matchingTemplates, type Spell } from "./search/matching-templates.ts";
export {
  CATEGORIES,
  type Category,
  type FlowTemplate,
  TEMPLATE_SCHEMA,
  type TemplateParameter,
  type TemplateValue,
  type TemplateValues,
  type ValueFault,
} from "./template.ts";
