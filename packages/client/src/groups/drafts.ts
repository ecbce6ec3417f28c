import type { Draft, KeepDraft, KeptDraft, KeptDraftDetail, SaveDraft } from "../api/definition.ts";
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
    /** States of the draft that can be restored, the latest first. */
    kept: (id: string, options: CallOptions = {}) =>
      transport.call<KeptDraft[]>("drafts.kept", { ...options, params: { id } }),
    /** Keeps a state beside the draft, under a name or for thirty days. */
    keep: (id: string, body: KeepDraft, options: CallOptions = {}) =>
      transport.call<KeptDraft>("drafts.keep", { ...options, params: { id }, body }),
    readKept: (id: string, kept: string, options: CallOptions = {}) =>
      transport.call<KeptDraftDetail>("drafts.readKept", { ...options, params: { id, kept } }),
    removeKept: (id: string, kept: string, options: CallOptions = {}) =>
      transport.call<null>("drafts.removeKept", { ...options, params: { id, kept } }),
  };
}
