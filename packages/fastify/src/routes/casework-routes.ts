import type { ApiOperation, InstanceSummary, Permission } from "@flowright/client";
import type { Caller, Once, Result, Runtime } from "@flowright/runtime";
import type { SchemaName, SchemaTypes } from "../generated/schema-types.ts";
import { defineRoute, type RouteDeclaration } from "../route/define-route.ts";

type Instances = Runtime["instances"];

/** A change of one case: what is sent is its body, the answer is the case as it is afterwards. */
function change<const Body extends SchemaName>(
  operation: ApiOperation,
  permission: Permission,
  body: Body,
  summary: string,
  carryOut: (
    instances: Instances,
  ) => (caller: Caller, id: string, body: SchemaTypes[Body], once?: Once) => Promise<Result<InstanceSummary>>,
): RouteDeclaration {
  return defineRoute({
    operation,
    permission,
    summary,
    body,
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      carryOut(runtime.instances)(caller, param("id"), body as SchemaTypes[Body], once),
  });
}

/** Repairs of cases by hand, and work whose order people choose. */
export const caseworkRoutes = [
  change(
    "instances.modify",
    "instance.operate",
    "ModifyInstance",
    "Repair a case by hand: cancel where it stands, begin steps.",
    ({ modify }) => modify,
  ),
  change(
    "instances.setVariables",
    "instance.operate",
    "SetVariables",
    "Correct fields of a case by hand.",
    ({ setVariables }) => setVariables,
  ),
  change(
    "instances.migrate",
    "instance.operate",
    "MigrateInstance",
    "Carry a case over to another version of its flow.",
    ({ migrate }) => migrate,
  ),
  change(
    "instances.beginStep",
    "task.work",
    "BeginStep",
    "Begin a step of those that people begin in the order that they see fit.",
    ({ beginStep }) => beginStep,
  ),
  change(
    "instances.finishSteps",
    "task.work",
    "FinishSteps",
    "End such steps.",
    (cases) => cases.finishSteps,
  ),
  change(
    "instances.addStep",
    "task.work",
    "AddStep",
    "Add a step to the plan of this case alone.",
    ({ addStep }) => addStep,
  ),
  change(
    "instances.addItems",
    "task.work",
    "AddItems",
    "Ask for more instances of a step that is done several times.",
    ({ addItems }) => addItems,
  ),
  change(
    "instances.removeItem",
    "task.work",
    "RemoveItem",
    "Cancel one instance of a step that is done several times.",
    ({ removeItem }) => removeItem,
  ),
  defineRoute({
    operation: "instances.checkModification",
    permission: "instance.operate",
    summary: "What a repair by hand would cancel, keep and begin; nothing is changed.",
    body: "PlanModification",
    answer: "ModificationCheck",
    handle: ({ runtime, caller, param, body }) =>
      runtime.instances.checkModification(caller, param("id"), body),
  }),
  defineRoute({
    operation: "instances.checkMigration",
    permission: "instance.operate",
    summary: "What carrying a case over to another version would do; nothing is changed.",
    body: "MigrateInstance",
    answer: "MigrationCheck",
    handle: ({ runtime, caller, param, body }) => runtime.instances.checkMigration(caller, param("id"), body),
  }),
];
