import type { Comment } from "../api/attachment.ts";
import type { Person } from "../api/identity.ts";
import type { JsonObject, Page } from "../api/page.ts";
import type { ListTasks } from "../api/query.ts";
import type {
  CompleteTask,
  Decide,
  ReturnTask,
  StepOffer,
  TaskCounts,
  TaskDetail,
  TaskDraft,
  TaskResult,
  TaskSummary,
} from "../api/task.ts";
import type { ApiOperation } from "../routes.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function tasksOf(transport: Transport) {
  const act = (operation: ApiOperation, id: string, options: CallOptions, body?: object) =>
    transport.call<TaskResult>(operation, {
      ...options,
      params: { id },
      ...(body === undefined ? {} : { body }),
    });
  return {
    list: (query: ListTasks = {}, options: CallOptions = {}) =>
      transport.call<Page<TaskSummary>>("tasks.list", { ...options, query: { ...query } }),
    counts: (options: CallOptions = {}) => transport.call<TaskCounts>("tasks.counts", options),
    offers: (options: CallOptions = {}) => transport.call<StepOffer[]>("tasks.offers", options),
    read: (id: string, options: CallOptions = {}) =>
      transport.call<TaskDetail>("tasks.read", { ...options, params: { id } }),
    claim: (id: string, options: CallOptions = {}) => act("tasks.claim", id, options),
    release: (id: string, options: CallOptions = {}) => act("tasks.release", id, options),
    complete: (id: string, body: CompleteTask, options: CallOptions = {}) =>
      act("tasks.complete", id, options, body),
    approve: (id: string, body: Decide = {}, options: CallOptions = {}) =>
      act("tasks.approve", id, options, body),
    reject: (id: string, body: Decide = {}, options: CallOptions = {}) =>
      act("tasks.reject", id, options, body),
    /** Back to whoever started the case, or to an earlier step. */
    return: (id: string, body: ReturnTask, options: CallOptions = {}) =>
      act("tasks.return", id, options, body),
    addApprover: (id: string, person: string, options: CallOptions = {}) =>
      act("tasks.addApprover", id, options, { person }),
    removeApprover: (id: string, person: string, options: CallOptions = {}) =>
      act("tasks.removeApprover", id, options, { person }),
    transfer: (id: string, to: string, reason: string, options: CallOptions = {}) =>
      act("tasks.transfer", id, options, { to, reason }),
    comment: (id: string, text: string, options: CallOptions = {}) =>
      transport.call<Comment>("tasks.comment", { ...options, params: { id }, body: { text } }),
    readDraft: (id: string, options: CallOptions = {}) =>
      transport.call<TaskDraft | null>("tasks.readDraft", { ...options, params: { id } }),
    saveDraft: (id: string, data: JsonObject, options: CallOptions = {}) =>
      transport.call<TaskDraft>("tasks.saveDraft", { ...options, params: { id }, body: { data } }),
    /** People to whom the task may be transferred. */
    colleagues: (id: string, options: CallOptions = {}) =>
      transport.call<Person[]>("tasks.colleagues", { ...options, params: { id } }),
  };
}
