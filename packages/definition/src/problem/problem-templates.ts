import { CALENDAR_PROBLEMS } from "./family/calendar-problems.ts";
import { CONTAINER_PROBLEMS } from "./family/container-problems.ts";
import { DATA_PROBLEMS } from "./family/data-problems.ts";
import { EVENT_PROBLEMS } from "./family/event-problems.ts";
import { GATEWAY_PROBLEMS } from "./family/gateway-problems.ts";
import { JSON_PROBLEMS } from "./family/json-problems.ts";
import { PROOF_PROBLEMS } from "./family/proof-problems.ts";
import { ROLE_PROBLEMS } from "./family/role-problems.ts";
import { SCHEMA_PROBLEMS } from "./family/schema-problems.ts";
import { STRUCTURE_PROBLEMS } from "./family/structure-problems.ts";
import { TASK_PROBLEMS } from "./family/task-problems.ts";
import type { ProblemTemplate } from "./problem-template.ts";

const ALL = {
  ...JSON_PROBLEMS,
  ...SCHEMA_PROBLEMS,
  ...STRUCTURE_PROBLEMS,
  ...GATEWAY_PROBLEMS,
  ...CONTAINER_PROBLEMS,
  ...EVENT_PROBLEMS,
  ...CALENDAR_PROBLEMS,
  ...TASK_PROBLEMS,
  ...DATA_PROBLEMS,
  ...ROLE_PROBLEMS,
  ...PROOF_PROBLEMS,
};

export type ProblemCode = keyof typeof ALL;

/** Every problem that a definition can have of its own; those of expressions come from their package. */
export const PROBLEM_TEMPLATES: Readonly<Record<ProblemCode, ProblemTemplate>> = ALL;
