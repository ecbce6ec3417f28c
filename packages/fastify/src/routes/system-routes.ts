import { refuseHttp } from "../problem/http-problems.ts";
import { answer, defineRoute } from "../route/define-route.ts";

export const systemRoutes = [
  defineRoute({
    operation: "systems.list",
    permission: "definition.read",
    summary: "Systems that flows may call, without their secrets.",
    answer: { list: "System" },
    handle: ({ runtime, caller }) => answer(runtime.systems.list(caller)),
  }),
  defineRoute({
    operation: "systems.save",
    permission: "system.write",
    summary: "Create or change a system; the secret is write-only.",
    body: "SaveSystem",
    answer: "System",
    handle: async ({ runtime, caller, param, body }) =>
      body.id === param("id")
        ? runtime.systems.save(caller, body)
        : refuseHttp("path.body-differs", { inside: body.id, id: param("id") }, { path: "/id" }),
  }),
  defineRoute({
    operation: "systems.remove",
    permission: "system.write",
    summary: "Delete a system.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.systems.remove(caller, param("id")),
  }),
  defineRoute({
    operation: "systems.tryCall",
    permission: "definition.write",
    summary: "Call an operation once, for real, and see the call and the answer.",
    body: "TryCall",
    answer: "CallRecord",
    handle: async ({ options, caller, param, body }) =>
      options.tryCall
        ? answer(options.tryCall(caller, param("id"), body))
        : refuseHttp("system.try-unavailable"),
  }),
];
