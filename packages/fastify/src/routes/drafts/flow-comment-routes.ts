import { answer, defineRoute } from "../../route/define-route.ts";

/** Comments on the drawing of a flow; who may do what is as for its draft. */
export const flowCommentRoutes = [
  defineRoute({
    operation: "flowComments.list",
    permission: "definition.read",
    summary: "Comments on the drawing of a flow: each thread followed by its answers.",
    answer: { list: "FlowComment" },
    handle: ({ runtime, caller, param }) => answer(runtime.flowComments.list(caller, param("id"))),
  }),
  defineRoute({
    operation: "flowComments.add",
    permission: "definition.write",
    summary: "Comment on a step, a line or a place of the drawing, or answer a thread.",
    body: "AddFlowComment",
    answer: "FlowComment",
    status: 201,
    handle: ({ runtime, caller, param, body }) => runtime.flowComments.add(caller, param("id"), body),
  }),
  defineRoute({
    operation: "flowComments.seen",
    permission: "definition.read",
    summary: "Nothing that was written so far is unread for the caller any more.",
    answer: null,
    handle: ({ runtime, caller, param }) => answer(runtime.flowComments.seen(caller, param("id"))),
  }),
  defineRoute({
    operation: "flowComments.change",
    permission: "definition.write",
    summary: "Change the text of one's own comment; resolve, reopen or move a thread.",
    body: "ChangeFlowComment",
    answer: "FlowComment",
    handle: ({ runtime, caller, param, body }) =>
      runtime.flowComments.change(caller, param("id"), param("comment"), body),
  }),
  defineRoute({
    operation: "flowComments.remove",
    permission: "definition.write",
    summary: "Take one's own comment back; answers stay below an empty one.",
    answer: null,
    handle: ({ runtime, caller, param }) =>
      runtime.flowComments.remove(caller, param("id"), param("comment")),
  }),
];
