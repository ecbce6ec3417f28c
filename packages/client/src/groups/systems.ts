import type { ServerHealth } from "../api/server.ts";
import type { CallRecord, SaveSystem, System, TryCall } from "../api/system.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** The servers themselves, for those who run them. */
export function serverOf(transport: Transport) {
  return { read: (options: CallOptions = {}) => transport.call<ServerHealth>("server.read", options) };
}

export function systemsOf(transport: Transport) {
  return {
    list: (options: CallOptions = {}) => transport.call<System[]>("systems.list", options),
    save: (body: SaveSystem, options: CallOptions = {}) =>
      transport.call<System>("systems.save", { ...options, params: { id: body.id }, body }),
    remove: (id: string, options: CallOptions = {}) =>
      transport.call<null>("systems.remove", { ...options, params: { id } }),
    /** Really calls the system; the record shows the call and the answer without secrets. */
    tryCall: (id: string, body: TryCall, options: CallOptions = {}) =>
      transport.call<CallRecord>("systems.tryCall", { ...options, params: { id }, body }),
  };
}
