import type {
  DefinitionSummary,
  DefinitionVersion,
  DefinitionVersionDetail,
  Publish,
  Published,
  Validation,
  VersionUsage,
} from "../api/definition.ts";
import type { FlowStats } from "../api/instance.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function definitionsOf(transport: Transport) {
  return {
    /** Problems of a definition, which is not stored. */
    validate: (definition: unknown, options: CallOptions = {}) =>
      transport.call<Validation>("definitions.validate", { ...options, body: definition }),
    publish: (body: Publish, options: CallOptions = {}) =>
      transport.call<Published>("definitions.publish", { ...options, body }),
    list: (options: CallOptions = {}) => transport.call<DefinitionSummary[]>("definitions.list", options),
    versions: (id: string, options: CallOptions = {}) =>
      transport.call<DefinitionVersion[]>("definitions.versions", { ...options, params: { id } }),
    read: (id: string, version: number | "latest" = "latest", options: CallOptions = {}) =>
      transport.call<DefinitionVersionDetail>("definitions.read", { ...options, params: { id, version } }),
    /** How many cases each version has, open and finished. */
    usage: (id: string, options: CallOptions = {}) =>
      transport.call<VersionUsage[]>("definitions.usage", { ...options, params: { id } }),
    /** Live numbers per step, of the latest version or the one named. */
    stats: (id: string, version?: number, options: CallOptions = {}) =>
      transport.call<FlowStats>("definitions.stats", { ...options, params: { id }, query: { version } }),
  };
}
