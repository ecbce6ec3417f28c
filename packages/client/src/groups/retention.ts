import type { CaseRetention, RetentionDue, RetentionOverview, RetentionRun } from "../api/server.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** For how long finished cases of the workspace are kept. */
export function retentionOf(transport: Transport) {
  return {
    read: (options: CallOptions = {}) => transport.call<RetentionOverview>("retention.read", options),
    /** What would go by this rule; nothing is changed. */
    check: (body: CaseRetention, options: CallOptions = {}) =>
      transport.call<RetentionDue>("retention.check", { ...options, body }),
    save: (body: CaseRetention, options: CallOptions = {}) =>
      transport.call<CaseRetention>("retention.save", { ...options, body }),
    /** The flow goes by the rule of the workspace again. */
    removeOfFlow: (flow: string, options: CallOptions = {}) =>
      transport.call<null>("retention.removeOfFlow", { ...options, params: { flow } }),
    /** Removes what is over by the rules, in the background; a run under way is answered instead of a second one. */
    run: (options: CallOptions = {}) => transport.call<RetentionRun>("retention.run", options),
  };
}
