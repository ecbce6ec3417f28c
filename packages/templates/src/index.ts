/**
 * Templates of flows: what they ask for, and the flow that comes of it.
 *
 * @packageDocumentation
 */
export { applyTemplate } from "./apply/apply-template.ts";
export { checkValues, parameterValue } from "./apply/check-values.ts";
export { minutesOf } from "./apply/minutes-of.ts";
export { operationsCalled, withSystems } from "./apply/with-systems.ts";
export { type FlowNeeds, needsOf } from "./file/needs-of.ts";
export { isTemplateDocument, type ReadTemplate, readTemplate } from "./file/read-template.ts";
export { parameterCandidates } from "./make/parameter-candidates.ts";
export { matchingTemplates, type Spell } from "./search/matching-templates.ts";
export {
  type KeptStepTemplate,
  outdatedSteps,
  stepFromTemplate,
  templateOf,
  withBrought,
  withTemplate,
  withTemplates,
} from "./step/apply-step-template.ts";
export { canBeStepTemplate, presetFields, templateOfStep } from "./step/from-step.ts";
export { type ReadStepTemplate, readStepTemplate } from "./step/read-step-template.ts";
export {
  type BroughtAlong,
  type FieldRule,
  STEP_TEMPLATE_SCHEMA,
  type StepTemplate,
} from "./step/step-template.ts";
export {
  type BroughtToWorkspace,
  CATEGORIES,
  type Category,
  type FlowTemplate,
  TEMPLATE_SCHEMA,
  type TemplateParameter,
  type TemplateSystem,
  type TemplateValue,
  type TemplateValues,
  type ValueFault,
} from "./template.ts";
