import { answer, defineRoute } from "../route/define-route.ts";

export const taskRoutes = [
  defineRoute({
    operation: "tasks.list",
    permission: "task.work",
    summary: "Tasks of one box: `mine` (the default), `available`, `all` or `done`.",
    query: "ListTasks",
    answer: { page: "TaskSummary" },
    handle: ({ runtime, caller, query }) =>
      answer(runtime.tasks.list(caller, { ...query, box: query.box ?? "mine" })),
  }),
  defineRoute({
    operation: "tasks.counts",
    permission: "task.work",
    summary: "How many of your tasks are overdue, due today, later and done.",
    answer: "TaskCounts",
    handle: ({ runtime, caller }) => answer(runtime.tasks.counts(caller)),
  }),
  defineRoute({
    operation: "tasks.offers",
    permission: "task.work",
    summary: "Steps for you or your roles that you may begin, in the order that you see fit.",
    answer: { list: "StepOffer" },
    handle: ({ runtime, caller }) => answer(runtime.tasks.offers(caller)),
  }),
  defineRoute({
    operation: "tasks.read",
    permission: "session",
    summary: "A task with its form, its case and what you may do with it.",
    answer: "TaskDetail",
    handle: ({ runtime, caller, param }) => runtime.tasks.read(caller, param("id")),
  }),
  defineRoute({
    operation: "tasks.claim",
    permission: "task.work",
    summary: "Take a task that is offered to you.",
    answer: "TaskResult",
    handle: ({ runtime, caller, param, once }) => runtime.tasks.claim(caller, param("id"), once),
  }),
  defineRoute({
    operation: "tasks.release",
    permission: "task.work",
    summary: "Give a claimed task back.",
    answer: "TaskResult",
    handle: ({ runtime, caller, param, once }) => runtime.tasks.release(caller, param("id"), once),
  }),
  defineRoute({
    operation: "tasks.complete",
    permission: "task.work",
    summary: "Finish a task with its form's data and the criteria ticked.",
    body: "CompleteTask",
    answer: "TaskResult",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.tasks.complete(caller, param("id"), body, once),
  }),
  ...(["approved", "rejected"] as const).map((outcome) =>
    defineRoute({
      operation: outcome === "approved" ? "tasks.approve" : "tasks.reject",
      permission: "task.work",
      summary: outcome === "approved" ? "Approve." : "Reject, with the reason where one is asked for.",
      body: "Decide",
      answer: "TaskResult",
      handle: ({ runtime, caller, param, body, once }) =>
        runtime.tasks.decide(caller, param("id"), outcome, body, once),
    }),
  ),
  defineRoute({
    operation: "tasks.return",
    permission: "task.work",
    summary: "Send the case back to whoever started it, or to an earlier step.",
    body: "ReturnTask",
    answer: "TaskResult",
    handle: ({ runtime, caller, param, body, once }) => runtime.tasks.return(caller, param("id"), body, once),
  }),
  defineRoute({
    operation: "tasks.transfer",
    permission: "task.work",
    summary: "Hand a task to a colleague.",
    body: "TransferTask",
    answer: "TaskResult",
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.tasks.transfer(caller, param("id"), body.to, body.reason, once),
  }),
  ...(["approval.add", "approval.remove"] as const).map((kind) =>
    defineRoute({
      operation: kind === "approval.add" ? "tasks.addApprover" : "tasks.removeApprover",
      permission: "task.work",
      summary:
        kind === "approval.add"
          ? "Ask one more person for a decision."
          : "No longer ask a person who has not decided yet.",
      body: "ChangeApprover",
      answer: "TaskResult",
      handle: ({ runtime, caller, param, body, once }) =>
        runtime.tasks.changeApprovers(caller, param("id"), kind, body.person, once),
    }),
  ),
  defineRoute({
    operation: "tasks.comment",
    permission: "task.work",
    summary: "Add a comment to a task's case.",
    body: "NewComment",
    answer: "Comment",
    status: 201,
    handle: ({ runtime, caller, param, body, once }) =>
      runtime.tasks.comment(caller, param("id"), body.text, once),
  }),
  defineRoute({
    operation: "tasks.readDraft",
    permission: "task.work",
    summary: "Your half-filled form of a task, or null.",
    answer: "TaskDraft",
    handle: ({ runtime, caller, param }) => runtime.tasks.readDraft(caller, param("id")),
  }),
  defineRoute({
    operation: "tasks.saveDraft",
    permission: "task.work",
    summary: "Keep a half-filled form for yourself.",
    body: "SaveTaskDraft",
    answer: "TaskDraft",
    handle: ({ runtime, caller, param, body }) => runtime.tasks.saveDraft(caller, param("id"), body.data),
  }),
  defineRoute({
    operation: "tasks.colleagues",
    permission: "task.work",
    summary: "People to whom a task may be transferred.",
    answer: { list: "Person" },
    handle: ({ runtime, caller, param }) => runtime.tasks.colleagues(caller, param("id")),
  }),
];
