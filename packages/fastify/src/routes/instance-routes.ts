import { answer, defineRoute } from "../route/define-route.ts";

export const instanceRoutes = [
  defineRoute({
    operation: "instances.start",
    permission: "instance.start",
    summary: "Start a case, or with `instances` many at once.",
    body: "StartInstance",
    otherBody: { member: "instances", schema: "StartInstances" },
    bodyLimit: 5 * 1024 * 1024,
    answer: { oneOf: ["InstanceSummary"] },
    status: 201,
    handle: async ({ runtime, caller, body, once, reply }) => {
      if ("instances" in body) {
        const { instances } = body as unknown as { instances: (typeof body)[] };
        return runtime.instances.startMany(caller, instances, once);
      }
      const result = await runtime.instances.start(caller, body, once);
      if (result.ok) reply.header("location", `instances/${result.value.id}`);
      return result;
    },
  }),
  defineRoute({
    operation: "instances.list",
    permission: "session",
    summary: "Cases that you may read, the newest first.",
    query: "ListInstances",
    answer: { page: "InstanceSummary" },
    handle: ({ runtime, caller, query }) => answer(runtime.instances.list(caller, query)),
  }),
  defineRoute({
    operation: "instances.read",
    permission: "session",
    summary: "A case with its variables, active nodes, tasks, incidents, comments and files.",
    answer: "Instance",
    handle: ({ runtime, caller, param }) => runtime.instances.read(caller, param("id")),
  }),
  defineRoute({
    operation: "instances.events",
    permission: "session",
    summary: "The history of a case, turn by turn.",
    query: "PageQuery",
    answer: { page: "EventTurn" },
    handle: ({ runtime, caller, param, query }) => runtime.instances.events(caller, param("id"), query),
  }),
  defineRoute({
    operation: "instances.at",
    permission: "session",
    summary: "A case as it was after one of its turns, played again from its history.",
    answer: "CaseMoment",
    handle: ({ runtime, caller, param }) => runtime.instances.at(caller, param("id"), Number(param("seq"))),
  }),
  defineRoute({
    operation: "instances.cancel",
    permission: "instance.operate",
    summary: "End a case early, with the reason.",
    body: "CancelInstance",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.cancel(caller, param("id"), body.reason, once),
  }),
  defineRoute({
    operation: "instances.suspend",
    permission: "instance.operate",
    summary: "Hold a case: no timer fires, no job starts.",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, once }) => runtime.instances.suspend(caller, param("id"), once),
  }),
  defineRoute({
    operation: "instances.resume",
    permission: "instance.operate",
    summary: "Let a held case go on.",
    answer: "InstanceSummary",
    handle: ({ runtime, caller, param, once }) => runtime.instances.resume(caller, param("id"), once),
  }),
  defineRoute({
    operation: "instances.comment",
    permission: "session",
    summary: "Add a comment to a case.",
    body: "NewComment",
    answer: "Comment",
    status: 201,
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.instances.comment(caller, param("id"), body.text, once),
  }),
];
