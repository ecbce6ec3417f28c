import { workingCalendars } from "./calendars/working-calendars.ts";
import { adHocSteps } from "./containers/ad-hoc-steps.ts";
import { planCycles } from "./containers/plan-cycles.ts";
import { planSteps } from "./containers/plan-steps.ts";
import { fieldNames } from "./data/field-names.ts";
import { fieldRules } from "./data/field-rules.ts";
import { formFields } from "./data/form-fields.ts";
import { formIds } from "./data/form-ids.ts";
import type { Rule } from "./drawing.ts";
import { boundaryAttachment } from "./events/boundary-attachment.ts";
import { cancelEnds } from "./events/cancel-ends.ts";
import { compensation } from "./events/compensation.ts";
import { links } from "./events/links.ts";
import { messageKeys } from "./events/message-keys.ts";
import { timers } from "./events/timers.ts";
import { expressionsHold } from "./expressions/expressions-hold.ts";
import { branches } from "./gateways/branches.ts";
import { complexNeeds } from "./gateways/complex-needs.ts";
import { eventGateways } from "./gateways/event-gateways.ts";
import { noDefault } from "./gateways/no-default.ts";
import { parallelJoins } from "./gateways/parallel-joins.ts";
import { people } from "./roles/people.ts";
import { roleIds } from "./roles/role-ids.ts";
import { deadEnds } from "./structure/dead-ends.ts";
import { edgeEnds } from "./structure/edge-ends.ts";
import { edgeMarks } from "./structure/edge-marks.ts";
import { lineDirections } from "./structure/line-directions.ts";
import { reachable } from "./structure/reachable.ts";
import { reservedIds } from "./structure/reserved-ids.ts";
import { starts } from "./structure/starts.ts";
import { uniqueIds } from "./structure/unique-ids.ts";
import { calls } from "./tasks/calls.ts";
import { checklists } from "./tasks/checklists.ts";
import { decisionTables } from "./tasks/decision-tables.ts";
import { decisionWork } from "./tasks/decision-work.ts";
import { loops } from "./tasks/loops.ts";
import { mappingTargets } from "./tasks/mapping-targets.ts";
import { outcomes } from "./tasks/outcomes.ts";
import { serviceWork } from "./tasks/service-work.ts";
import { taskFields } from "./tasks/task-fields.ts";
import { votes } from "./tasks/votes.ts";

/** Every rule, in the order in which their problems are listed. */
export const RULES: readonly Rule[] = [
  uniqueIds,
  reservedIds,
  edgeEnds,
  starts,
  lineDirections,
  edgeMarks,
  reachable,
  deadEnds,
  adHocSteps,
  planSteps,
  planCycles,
  branches,
  noDefault,
  parallelJoins,
  complexNeeds,
  eventGateways,
  boundaryAttachment,
  cancelEnds,
  compensation,
  links,
  messageKeys,
  timers,
  workingCalendars,
  serviceWork,
  decisionWork,
  decisionTables,
  calls,
  loops,
  outcomes,
  votes,
  checklists,
  taskFields,
  mappingTargets,
  fieldNames,
  fieldRules,
  formIds,
  formFields,
  roleIds,
  people,
  expressionsHold,
];
