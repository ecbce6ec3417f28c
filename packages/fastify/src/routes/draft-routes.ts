import type { FastifyRequest } from "fastify";
import { defineRoute } from "../route/define-route.ts";

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
    summary: "Delete a draft; published versions stay.",
    answer: null,
    handle: ({ runtime, caller, param }) => runtime.drafts.remove(caller, param("id")),
  }),
];

/** The revision that was read, null to create, undefined where neither header is there. */
function revisionOf(request: FastifyRequest): string | null | undefined {
  const match = request.headers["if-match"]?.trim();
  if (match !== undefined) return /^(?:W\/)?"([^"]*)"$/.exec(match)?.[1] ?? match;
  return request.headers["if-none-match"]?.trim() === "*" ? null : undefined;
}
