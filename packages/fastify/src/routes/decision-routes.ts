import { answer, defineRoute } from "../route/define-route.ts";

/** Decision tables of the workspace. */
export const decisionRoutes = [
  defineRoute({
    operation: "decisions.list",
    permission: "session",
    summary: "The decision tables of the workspace.",
    answer: { list: "DecisionSummary" },
    handle: ({ runtime, caller }) => answer(runtime.decisions.list(caller)),
  }),
  defineRoute({
    operation: "decisions.publish",
    permission: "definition.publish",
    summary: "Publish a decision table as its next version; one equal to the latest is the latest.",
    body: "PublishDecision",
    answer: "PublishedDecision",
    status: 201,
    handle: ({ runtime, caller, body, once }) => runtime.decisions.publish(caller, body, once),
  }),
  defineRoute({
    operation: "decisions.versions",
    permission: "session",
    summary: "The versions of a decision table, newest first.",
    answer: { list: "DecisionVersionInfo" },
    handle: ({ runtime, caller, param }) => runtime.decisions.versions(caller, param("id")),
  }),
  defineRoute({
    operation: "decisions.uses",
    permission: "definition.read",
    summary:
      "Steps that ask a decision table, in the latest versions of flows and in those by which cases run.",
    answer: { list: "DecisionUse" },
    handle: ({ runtime, caller, param }) => runtime.decisions.uses(caller, param("id")),
  }),
  defineRoute({
    operation: "decisions.read",
    permission: "session",
    summary: "One version of a decision table, or `latest`.",
    answer: "DecisionVersion",
    handle: ({ runtime, caller, param }) => runtime.decisions.read(caller, param("id"), param("version")),
  }),
];
