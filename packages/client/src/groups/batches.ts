import type {
  Batch,
  BatchCheck,
  BatchChoice,
  BatchCount,
  BatchDetail,
  BatchItem,
  CheckBatch,
  CreateBatch,
} from "../api/batch.ts";
import type { Page } from "../api/page.ts";
import type { ListBatchItems, PageQuery } from "../api/query.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function batchesOf(transport: Transport) {
  return {
    /** Does the same to up to 10,000 cases, on the server, one after the other. */
    create: (body: CreateBatch, options: CallOptions = {}) =>
      transport.call<Batch>("batches.create", { ...options, body }),
    /** Which cases could be carried over to another version or moved; nothing is changed. */
    check: (body: CheckBatch, options: CallOptions = {}) =>
      transport.call<BatchCheck>("batches.check", { ...options, body }),
    /** How many cases a choice has; nothing is changed. */
    count: (body: BatchChoice, options: CallOptions = {}) =>
      transport.call<BatchCount>("batches.count", { ...options, body }),
    list: (query: PageQuery = {}, options: CallOptions = {}) =>
      transport.call<Page<Batch>>("batches.list", { ...options, query: { ...query } }),
    read: (id: string, options: CallOptions = {}) =>
      transport.call<BatchDetail>("batches.read", { ...options, params: { id } }),
    items: (id: string, query: ListBatchItems = {}, options: CallOptions = {}) =>
      transport.call<Page<BatchItem>>("batches.items", { ...options, params: { id }, query: { ...query } }),
    /** What came of each case, as CSV in the reader's language. */
    csv: (id: string, options: CallOptions = {}) =>
      transport.text("batches.export", { ...options, params: { id } }),
    pause: (id: string, options: CallOptions = {}) =>
      transport.call<Batch>("batches.pause", { ...options, params: { id } }),
    resume: (id: string, options: CallOptions = {}) =>
      transport.call<Batch>("batches.resume", { ...options, params: { id } }),
    /** Leaves the cases that are not done yet as they are. */
    cancel: (id: string, options: CallOptions = {}) =>
      transport.call<Batch>("batches.cancel", { ...options, params: { id } }),
  };
}
