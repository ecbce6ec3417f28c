import type { SaveTemplate, WorkspaceTemplate } from "../api/template.ts";
import type { CallOptions, Transport } from "../transport.ts";

type Kind = WorkspaceTemplate["kind"];

export function templatesOf(transport: Transport) {
  return {
    list: (options: CallOptions = {}) => transport.call<WorkspaceTemplate[]>("templates.list", options),
    read: (kind: Kind, id: string, options: CallOptions = {}) =>
      transport.call<WorkspaceTemplate>("templates.read", { ...options, params: { kind, id } }),
    /** Makes a template, or replaces the version that was read; stale: 412. */
    save: (kind: Kind, id: string, body: SaveTemplate, options: CallOptions = {}) =>
      transport.call<WorkspaceTemplate>("templates.save", { ...options, params: { kind, id }, body }),
    remove: (kind: Kind, id: string, options: CallOptions = {}) =>
      transport.call<null>("templates.remove", { ...options, params: { kind, id } }),
  };
}
