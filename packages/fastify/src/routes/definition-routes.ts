import { requirePermission } from "../identity/authenticate.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { answer, defineRoute } from "../route/define-route.ts";

const FIVE_MEGABYTES = 5 * 1024 * 1024;

export const definitionRoutes = [
  defineRoute({
    operation: "definitions.validate",
    permission: "definition.read",
    summary: "Problems of a definition (schema, lint, proof); nothing is stored.",
    freeBody: "json",
    bodyLimit: FIVE_MEGABYTES,
    answer: "Validation",
    handle: ({ runtime, caller, body }) => answer(runtime.definitions.validate(caller, body)),
  }),
  defineRoute({
    operation: "definitions.publish",
    permission: "definition.publish",
    summary: "Publish a definition as its next version; 422 with the list of problems.",
    body: "Publish",
    bodyLimit: FIVE_MEGABYTES,
    answer: "Published",
    status: 201,
    handle: async ({ runtime, caller, body, once, request }) => {
      if (body.override) requirePermission(request, "definition.override");
      return runtime.definitions.publish(caller, body, once);
    },
  }),
  defineRoute({
    operation: "definitions.list",
    permission: "session",
    summary: "Flows of the workspace, and which of them you may start.",
    answer: { list: "DefinitionSummary" },
    handle: ({ runtime, caller }) => answer(runtime.definitions.list(caller)),
  }),
  defineRoute({
    operation: "definitions.versions",
    permission: "definition.read",
    summary: "Published versions of a flow, the latest first.",
    answer: { list: "DefinitionVersion" },
    handle: ({ runtime, caller, param }) => runtime.definitions.versions(caller, param("id")),
  }),
  defineRoute({
    operation: "definitions.read",
    // Whoever starts a case fills in the form of its start.
    permission: "session",
    summary:
      "A version of a flow, by number or `latest`; for readers of flows and for those who may start it.",
    answer: "DefinitionVersionDetail",
    handle: async ({ runtime, caller, param, request }) => {
      requirePermission(request, "definition.read", "instance.start", "instance.read");
      const version = param("version");
      if (version !== "latest" && !/^[1-9]\d{0,8}$/.test(version))
        return refuseHttp("path.version", { version });
      return runtime.definitions.read(caller, param("id"), version === "latest" ? version : Number(version));
    },
  }),
  defineRoute({
    operation: "definitions.usage",
    permission: "definition.read",
    summary: "How many open and finished cases each version of a flow has.",
    answer: { list: "VersionUsage" },
    handle: ({ runtime, caller, param }) => runtime.definitions.usage(caller, param("id")),
  }),
  defineRoute({
    operation: "definitions.stats",
    permission: "instance.read",
    summary: "Live numbers per step of a flow.",
    query: "StatsQuery",
    answer: "FlowStats",
    handle: ({ runtime, caller, param, query }) =>
      runtime.definitions.stats(caller, param("id"), query.version),
  }),
];
