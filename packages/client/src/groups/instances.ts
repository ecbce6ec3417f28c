import type { Comment } from "../api/attachment.ts";
import type {
  AddItems,
  AddStep,
  BeginStep,
  CaseMoment,
  EventTurn,
  FinishSteps,
  Instance,
  InstanceSummary,
  MigrateInstance,
  MigrationCheck,
  ModificationCheck,
  ModifyInstance,
  PlanModification,
  RemoveItem,
  StartInstance,
} from "../api/instance.ts";
import type { JsonObject, Page } from "../api/page.ts";
import type { ListInstances, PageQuery } from "../api/query.ts";
import type { CallOptions, Transport } from "../transport.ts";

export function instancesOf(transport: Transport) {
  return {
    start: (body: StartInstance, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.start", { ...options, body }),
    /** Where one is refused, others may have started; mended and sent with the same key, none starts twice. */
    startMany: (instances: readonly StartInstance[], options: CallOptions = {}) =>
      transport.call<InstanceSummary[]>("instances.start", { ...options, body: { instances } }),
    list: (query: ListInstances = {}, options: CallOptions = {}) =>
      transport.call<Page<InstanceSummary>>("instances.list", { ...options, query: { ...query } }),
    read: (id: string, options: CallOptions = {}) =>
      transport.call<Instance>("instances.read", { ...options, params: { id } }),
    events: (id: string, query: PageQuery = {}, options: CallOptions = {}) =>
      transport.call<Page<EventTurn>>("instances.events", {
        ...options,
        params: { id },
        query: { ...query },
      }),
    /** The case as it was after its turn `seq`. */
    at: (id: string, seq: number, options: CallOptions = {}) =>
      transport.call<CaseMoment>("instances.at", { ...options, params: { id, seq: String(seq) } }),
    cancel: (id: string, reason: string, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.cancel", { ...options, params: { id }, body: { reason } }),
    suspend: (id: string, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.suspend", { ...options, params: { id } }),
    resume: (id: string, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.resume", { ...options, params: { id } }),
    modify: (id: string, body: ModifyInstance, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.modify", { ...options, params: { id }, body }),
    checkModification: (id: string, body: PlanModification, options: CallOptions = {}) =>
      transport.call<ModificationCheck>("instances.checkModification", { ...options, params: { id }, body }),
    setVariables: (id: string, variables: JsonObject, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.setVariables", {
        ...options,
        params: { id },
        body: { variables },
      }),
    migrate: (id: string, body: MigrateInstance, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.migrate", { ...options, params: { id }, body }),
    checkMigration: (id: string, body: MigrateInstance, options: CallOptions = {}) =>
      transport.call<MigrationCheck>("instances.checkMigration", { ...options, params: { id }, body }),
    beginStep: (id: string, body: BeginStep, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.beginStep", { ...options, params: { id }, body }),
    finishSteps: (id: string, body: FinishSteps, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.finishSteps", { ...options, params: { id }, body }),
    addStep: (id: string, body: AddStep, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.addStep", { ...options, params: { id }, body }),
    addItems: (id: string, body: AddItems, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.addItems", { ...options, params: { id }, body }),
    removeItem: (id: string, body: RemoveItem, options: CallOptions = {}) =>
      transport.call<InstanceSummary>("instances.removeItem", { ...options, params: { id }, body }),
    comment: (id: string, text: string, options: CallOptions = {}) =>
      transport.call<Comment>("instances.comment", { ...options, params: { id }, body: { text } }),
  };
}
