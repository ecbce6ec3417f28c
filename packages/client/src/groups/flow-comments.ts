import type { AddFlowComment, ChangeFlowComment, FlowComment } from "../api/flow-comment.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** Comments on the drawing of a flow. */
export function flowCommentsOf(transport: Transport) {
  return {
    list: (id: string, options: CallOptions = {}) =>
      transport.call<FlowComment[]>("flowComments.list", { ...options, params: { id } }),
    add: (id: string, body: AddFlowComment, options: CallOptions = {}) =>
      transport.call<FlowComment>("flowComments.add", { ...options, params: { id }, body }),
    change: (id: string, comment: string, body: ChangeFlowComment, options: CallOptions = {}) =>
      transport.call<FlowComment>("flowComments.change", { ...options, params: { id, comment }, body }),
    remove: (id: string, comment: string, options: CallOptions = {}) =>
      transport.call<null>("flowComments.remove", { ...options, params: { id, comment } }),
    /** From now on nothing that was written so far is unread. */
    seen: (id: string, options: CallOptions = {}) =>
      transport.call<null>("flowComments.seen", { ...options, params: { id } }),
  };
}
