import type { Draft, SaveDraft } from "../api/definition.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function draftsOf(transport: Transport) {
  return {
    read: (id: string, options: CallOptions = {}) =>
      transport.call<Draft>("drafts.read", { ...options, params: { id } }),
    /** `revision`: the one that was read, or null to create. Stale: 412. */
    save: (id: string, body: SaveDraft, revision: string | null, options: CallOptions = {}) =>
      transport.call<Draft>("drafts.save", {
        ...options,
        params: { id },
        body,
        headers: revision === null ? { "if-none-match": "*" } : { "if-match": `"${revision}"` },
      }),
    remove: (id: string, options: CallOptions = {}) =>
      transport.call<null>("drafts.remove", { ...options, params: { id } }),
  };
}
