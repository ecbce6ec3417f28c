import { defineRoute } from "../route/define-route.ts";

/** Repairs of cases by hand, and work whose order people choose. */
export const caseworkRoutes = [
  defineRoute({
    operation: "instances.modify",
    permission: "instance.operate",
    summary: "Repair a case by hand: cancel where it stands, begin steps.",
    body: "ModifyInstance",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.modify(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.setVariables",
    permission: "instance.operate",
    summary: "Correct fields of a case by hand.",
    body: "SetVariables",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.setVariables(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.migrate",
    permission: "instance.operate",
    summary: "Carry a case over to another version of its flow.",
    body: "MigrateInstance",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.migrate(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.checkMigration",
    permission: "instance.operate",
    summary: "What carrying a case over to another version would do; nothing is changed.",
    body: "MigrateInstance",
    answer: "MigrationCheck",
    handle: ({ runtime, caller, param, body }) => runtime.instances.checkMigration(caller, param("id"), body),
  }),
  defineRoute({
    operation: "instances.beginStep",
    permission: "task.work",
    summary: "Begin a step of those that people begin in the order that they see fit.",
    body: "BeginStep",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.beginStep(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.finishSteps",
    permission: "task.work",
    summary: "End such steps.",
    body: "FinishSteps",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.finishSteps(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.addStep",
    permission: "task.work",
    summary: "Add a step to the plan of this case alone.",
    body: "AddStep",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.addStep(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.addItems",
    permission: "task.work",
    summary: "Ask for more instances of a step that is done several times.",
    body: "AddItems",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.addItems(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "instances.removeItem",
    permission: "task.work",
    summary: "Cancel one instance of a step that is done several times.",
    body: "RemoveItem",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.removeItem(caller, param("id"), body, once),
  }),
];
