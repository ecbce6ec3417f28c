import { languageOf } from "../identity/language.ts";
import { answer, defineRoute } from "../route/define-route.ts";

/** The same done to many cases. */
export const batchRoutes = [
  defineRoute({
    operation: "batches.create",
    permission: "instance.operate",
    summary: "Do the same to up to 10,000 cases; it goes on in the background.",
    body: "CreateBatch",
    answer: "Batch",
    status: 201,
    handle: ({ runtime, caller, body, once }) => runtime.batches.create(caller, body, once),
  }),
  defineRoute({
    operation: "batches.check",
    permission: "instance.operate",
    summary:
      "Which cases a batch could carry over to another version or move, by where they stand; nothing is changed.",
    body: "CheckBatch",
    answer: "BatchCheck",
    handle: ({ runtime, caller, body }) => runtime.batches.check(caller, body),
  }),
  defineRoute({
    operation: "batches.count",
    permission: "instance.operate",
    summary: "How many cases a choice has; nothing is changed.",
    body: "BatchChoice",
    answer: "BatchCount",
    handle: ({ runtime, caller, body }) => runtime.batches.count(caller, body),
  }),
  defineRoute({
    operation: "batches.list",
    permission: "instance.read",
    summary: "Batches, the newest first.",
    query: "PageQuery",
    answer: { page: "Batch" },
    handle: ({ runtime, caller, query }) => answer(runtime.batches.list(caller, query)),
  }),
  defineRoute({
    operation: "batches.read",
    permission: "instance.read",
    summary: "A batch, how far it is, who did what about it, and why cases failed.",
    answer: "BatchDetail",
    handle: ({ runtime, caller, param }) => runtime.batches.read(caller, param("id")),
  }),
  defineRoute({
    operation: "batches.items",
    permission: "instance.read",
    summary: "Its cases with what came of each.",
    query: "ListBatchItems",
    answer: { page: "BatchItem" },
    handle: ({ runtime, caller, param, query }) => runtime.batches.items(caller, param("id"), query),
  }),
  defineRoute({
    operation: "batches.export",
    permission: "instance.read",
    summary: "Its cases with what came of each, as a CSV file in the reader's language.",
    answer: { other: "A CSV file in UTF-8 with a header line." },
    handle: async ({ runtime, caller, param, reply, request }) => {
      const result = await runtime.batches.export(caller, param("id"), languageOf(request));
      if (!result.ok) return result;
      reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="batch-${param("id")}.csv"`)
        .send(result.value);
      return result;
    },
  }),
  defineRoute({
    operation: "batches.pause",
    permission: "instance.operate",
    summary: "Begin no more of its cases until it goes on.",
    answer: "Batch",
    handle: ({ runtime, caller, param }) => runtime.batches.pause(caller, param("id")),
  }),
  defineRoute({
    operation: "batches.resume",
    permission: "instance.operate",
    summary: "Go on with a batch that was paused.",
    answer: "Batch",
    handle: ({ runtime, caller, param }) => runtime.batches.resume(caller, param("id")),
  }),
  defineRoute({
    operation: "batches.cancel",
    permission: "instance.operate",
    summary: "Leave its cases that are not done yet as they are.",
    answer: "Batch",
    handle: ({ runtime, caller, param }) => runtime.batches.cancel(caller, param("id")),
  }),
];
