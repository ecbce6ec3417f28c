import { defineRoute } from "../../route/define-route.ts";

/** For how long finished cases are kept. */
export const retentionRoutes = [
  defineRoute({
    operation: "retention.read",
    permission: "system.write",
    summary: "For how long finished cases are kept, what would be removed now, and what was.",
    answer: "RetentionOverview",
    handle: ({ runtime, caller }) => runtime.retention.read(caller),
  }),
  defineRoute({
    operation: "retention.check",
    permission: "system.write",
    summary: "Which finished cases a rule would remove; nothing is changed.",
    body: "CaseRetention",
    answer: "RetentionDue",
    handle: ({ runtime, caller, body }) => runtime.retention.check(caller, body),
  }),
  defineRoute({
    operation: "retention.save",
    permission: "system.write",
    summary: "Say for how long finished cases of the workspace, or of one flow, are kept.",
    body: "CaseRetention",
    answer: "CaseRetention",
    handle: ({ runtime, caller, body }) => runtime.retention.save(caller, body),
  }),
  defineRoute({
    operation: "retention.removeOfFlow",
    permission: "system.write",
    summary: "Remove a flow's own rule, so that it goes by the rule of the workspace.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.retention.removeOfFlow(caller, param("flow")),
  }),
  defineRoute({
    operation: "retention.run",
    permission: "system.write",
    summary: "Remove now what is over by the rules; it goes on in the background.",
    answer: "RetentionRun",
    status: 201,
    handle: ({ runtime, caller }) => runtime.retention.run(caller),
  }),
];
