import type { FastifyReply } from "fastify";
import { answer, defineRoute } from "../route/define-route.ts";

/** Tells when nobody waits for the answer any more: a job must not be given to a worker that has gone. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  return gone.signal;
}

/** Messages, jobs of external workers, incidents. */
export const workRoutes = [
  defineRoute({
    operation: "messages.send",
    permission: "message.send",
    summary: "Give a message to the case that waits for it, start one with it, or keep it for a while.",
    body: "SendMessage",
    answer: "MessageResult",
    handle: ({ runtime, caller, body, once }) => runtime.messages.send(caller, body, once),
  }),
  defineRoute({
    operation: "signals.send",
    permission: "message.send",
    summary: "Tell every case that waits for a signal, and start the flows that begin with it.",
    body: "SendSignal",
    answer: "SignalResult",
    handle: ({ runtime, caller, body, once }) => runtime.messages.signal(caller, body, once),
  }),
  defineRoute({
    operation: "jobs.activate",
    mayWait: true,
    permission: "job.work",
    summary: "Lease jobs of one type; waits up to `wait` milliseconds for one.",
    body: "ActivateJobs",
    answer: { list: "ActivatedJob" },
    handle: ({ runtime, caller, body, reply }) => answer(runtime.jobs.activate(caller, body, goneOf(reply))),
  }),
  defineRoute({
    operation: "jobs.complete",
    permission: "job.work",
    summary: "Report the result of a leased job.",
    body: "CompleteJob",
    answer: null,
    handle: ({ runtime, caller, param, body }) => runtime.jobs.complete(caller, param("id"), body),
  }),
  defineRoute({
    operation: "jobs.fail",
    permission: "job.work",
    summary: "Report that a leased job failed; with a code a boundary event may catch it.",
    body: "FailJob",
    answer: null,
    handle: ({ runtime, caller, param, body }) => runtime.jobs.fail(caller, param("id"), body),
  }),
  defineRoute({
    operation: "incidents.list",
    permission: "instance.read",
    summary: "What went wrong in cases, the newest first.",
    query: "ListIncidents",
    answer: { page: "Incident" },
    handle: ({ runtime, caller, query }) => answer(runtime.incidents.list(caller, query)),
  }),
  defineRoute({
    operation: "incidents.resolve",
    permission: "instance.operate",
    summary: "Try the failed step again.",
    answer: "Incident",
    handle: ({ runtime, caller, param, once }) => runtime.incidents.resolve(caller, param("id"), once),
  }),
];
