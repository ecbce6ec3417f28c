import type { FastifyRequest } from "fastify";
import { answer, defineRoute } from "../../route/define-route.ts";

export const draftRoutes = [
  defineRoute({
    operation: "drafts.read",
    permission: "definition.read",
    summary: "The draft of a flow; its revision is also the ETag.",
    answer: "Draft",
    handle: async ({ runtime, caller, param, reply }) => {
      const result = await runtime.drafts.read(caller, param("id"));
      if (result.ok) reply.header("etag", `"${result.value.revision}"`);
      return result;
    },
  }),
  defineRoute({
    operation: "drafts.save",
    permission: "definition.write",
    summary:
      "Save a draft. `If-Match` with the revision that was read, or `If-None-Match: *` to create; stale 412, missing 428.",
    body: "SaveDraft",
    bodyLimit: 5 * 1024 * 1024,
    answer: "Draft",
    handle: async ({ runtime, caller, param, body, request, reply }) => {
      const result = await runtime.drafts.save(caller, param("id"), body, revisionOf(request));
      if (result.ok) reply.header("etag", `"${result.value.revision}"`);
      return result;
    },
  }),
  defineRoute({
    operation: "drafts.remove",
    permission: "definition.write",
    summary: "Delete a draft; published versions stay, and the draft is kept for thirty days.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.drafts.remove(caller, param("id")),
  }),
  defineRoute({
    operation: "drafts.kept",
    permission: "definition.read",
    summary:
      "States of a draft that can be restored: named ones, and what was replaced, set aside or discarded in the last thirty days.",
    answer: { list: "KeptDraft" },
    handle: ({ runtime, caller, param }) => answer(runtime.drafts.kept(caller, param("id"))),
  }),
  defineRoute({
    operation: "drafts.keep",
    permission: "definition.write",
    summary: "Keep a state beside the draft: with a name until it is removed, without one for thirty days.",
    body: "KeepDraft",
    bodyLimit: 5 * 1024 * 1024,
    answer: "KeptDraft",
    status: 201,
    handle: ({ runtime, caller, param, body }) => runtime.drafts.keep(caller, param("id"), body),
  }),
  defineRoute({
    operation: "drafts.readKept",
    permission: "definition.read",
    summary: "A kept state of a draft with its definition.",
    answer: "KeptDraftDetail",
    handle: ({ runtime, caller, param }) => runtime.drafts.readKept(caller, param("id"), param("kept")),
  }),
  defineRoute({
    operation: "drafts.removeKept",
    permission: "definition.write",
    summary: "Forget a kept state of a draft.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.drafts.removeKept(caller, param("id"), param("kept")),
  }),
];

/** The revision that was read, null to create, undefined where neither header is there. */
function revisionOf(request: FastifyRequest): string | null | undefined {
  const match = request.headers["if-match"]?.trim();
  if (match !== undefined) return /^(?:W\/)?"([^"]*)"$/.exec(match)?.[1] ?? match;
  return request.headers["if-none-match"]?.trim() === "*" ? null : undefined;
}
