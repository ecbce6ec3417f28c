import type {
  DecisionSummary,
  DecisionUse,
  DecisionVersion,
  DecisionVersionInfo,
  PublishDecision,
  PublishedDecision,
} from "../api/decision.ts";
import type { Incident } from "../api/instance.ts";
import type {
  ActivatedJob,
  ActivateJobs,
  CompleteJob,
  FailJob,
  MessageResult,
  SendMessage,
  SendSignal,
  SignalResult,
} from "../api/message.ts";
import type { Page } from "../api/page.ts";
import type { ListIncidents } from "../api/query.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function messagesOf(transport: Transport) {
  return {
    send: (body: SendMessage, options: CallOptions = {}) =>
      transport.call<MessageResult>("messages.send", { ...options, body }),
  };
}

export function signalsOf(transport: Transport) {
  return {
    send: (body: SendSignal, options: CallOptions = {}) =>
      transport.call<SignalResult>("signals.send", { ...options, body }),
  };
}

export function decisionsOf(transport: Transport) {
  return {
    list: (options: CallOptions = {}) => transport.call<DecisionSummary[]>("decisions.list", options),
    publish: (body: PublishDecision, options: CallOptions = {}) =>
      transport.call<PublishedDecision>("decisions.publish", { ...options, body }),
    versions: (id: string, options: CallOptions = {}) =>
      transport.call<DecisionVersionInfo[]>("decisions.versions", { ...options, params: { id } }),
    uses: (id: string, options: CallOptions = {}) =>
      transport.call<DecisionUse[]>("decisions.uses", { ...options, params: { id } }),
    read: (id: string, version: number | "latest" = "latest", options: CallOptions = {}) =>
      transport.call<DecisionVersion>("decisions.read", {
        ...options,
        params: { id, version: String(version) },
      }),
  };
}

export function jobsOf(transport: Transport) {
  return {
    activate: (body: ActivateJobs, options: CallOptions = {}) =>
      transport.call<ActivatedJob[]>("jobs.activate", { ...options, body }),
    complete: (id: string, body: CompleteJob, options: JobOptions = {}) =>
      transport.call<null>("jobs.complete", { ...tracedBy(options), params: { id }, body }),
    fail: (id: string, body: FailJob, options: JobOptions = {}) =>
      transport.call<null>("jobs.fail", { ...tracedBy(options), params: { id }, body }),
  };
}

export interface JobOptions extends CallOptions {
  /** The trace that the answer belongs to, as the job told it; an instrumented `fetch` may put a nearer span. */
  readonly traceparent?: string | undefined;
}

function tracedBy({ traceparent, ...options }: JobOptions) {
  return traceparent === undefined ? options : { ...options, headers: { traceparent } };
}

export function incidentsOf(transport: Transport) {
  return {
    list: (query: ListIncidents = {}, options: CallOptions = {}) =>
      transport.call<Page<Incident>>("incidents.list", { ...options, query: { ...query } }),
    /** Tries the step again. */
    resolve: (id: string, options: CallOptions = {}) =>
      transport.call<Incident>("incidents.resolve", { ...options, params: { id } }),
  };
}
