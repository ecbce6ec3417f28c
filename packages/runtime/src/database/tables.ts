import type {
  BilingualText,
  DecisionTable as DefinedTable,
  LocalizedText,
  WorkflowDefinition,
} from "@flowright/definition";
import type { EngineEvent, InstanceState, InstanceStatus, JsonObject } from "@flowright/engine";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { BatchTables } from "./batch-tables.ts";
import type { PeopleTables } from "./people-tables.ts";

/** Instants are read as `Date` and written as ISO text, always from the database's clock. */
export type Instant = ColumnType<Date, string, string>;
export type NullableInstant = ColumnType<Date | null, string | null, string | null>;
/** JSON is written as text, so that an array is never taken for a PostgreSQL array. */
export type Stored<T extends object> = JSONColumnType<T, string, string>;
export type NullableStored<T extends object> = JSONColumnType<T | null, string | null, string | null>;
/** Texts for people may be a plain string, which is JSON as well. */
export type StoredText = ColumnType<LocalizedText, string, string>;

/** Every table of the schema. */
export interface Tables extends PeopleTables, BatchTables {
  definition: DefinitionTable;
  definition_version: DefinitionVersionTable;
  message_start: MessageStartTable;
  timer_start: TimerStartTable;
  decision: DecisionTable;
  decision_version: DecisionVersionTable;
  case_counter: { tenant_id: string; prefix: string; last: string };
  instance: InstanceTable;
  instance_event: InstanceEventTable;
  task: TaskTable;
  task_draft: TaskDraftTable;
  comment: CommentTable;
  timer: TimerTable;
  job: JobTable;
  subscription: SubscriptionTable;
  message: MessageTable;
  delivery: DeliveryTable;
  incident: IncidentTable;
  idempotency: IdempotencyTable;
  audit: AuditTable;
  retention: { tenant_id: string; definition_id: string; days: number | null; export: boolean };
  retention_run: RetentionRunTable;
  live_change: LiveChangeTable;
  live_horizon: { pruned: string };
  node: NodeTable;
}

export interface RetentionRunTable {
  tenant_id: string;
  id: Generated<string>;
  asked_at: Date;
  asked_by: string | null;
  total: number;
  cases: Generated<number>;
  exported: Generated<number>;
  finished_at: Date | null;
  problem: string | null;
}

export interface DefinitionTable {
  tenant_id: string;
  id: string;
  name: StoredText;
  description: ColumnType<LocalizedText | null, string | null, string | null>;
  latest_version: number;
  startable_by: string[] | null;
  number_prefix: string;
}

export interface DefinitionVersionTable {
  tenant_id: string;
  definition_id: string;
  version: number;
  hash: string;
  definition: Stored<WorkflowDefinition>;
  note: string;
  published_at: Instant;
  published_by: string;
}

export interface MessageStartTable {
  tenant_id: string;
  definition_id: string;
  version: number;
  node: string;
  name: string;
  type: Generated<"message" | "signal">;
  one_per_key: boolean;
}

export interface TimerStartTable {
  tenant_id: string;
  definition_id: string;
  version: number;
  node: string;
  due: Instant;
}

export interface DecisionTable {
  tenant_id: string;
  id: string;
  name: StoredText;
  latest_version: number;
}

export interface DecisionVersionTable {
  tenant_id: string;
  decision_id: string;
  version: number;
  hash: string;
  decision_table: Stored<DefinedTable>;
  note: string;
  published_at: Instant;
  published_by: string;
}

export interface InstanceTable {
  id: string;
  tenant_id: string;
  definition_id: string;
  version: number;
  number: string;
  business_key: string | null;
  title: string | null;
  status: InstanceStatus;
  seq: number;
  state: Stored<InstanceState>;
  started_by: string | null;
  started_at: Instant;
  ended_at: NullableInstant;
  start_message: string | null;
  start_key: string | null;
  open_incidents: number;
  parent_id: string | null;
  parent_call: number | null;
  parent_node: string | null;
}

export interface InstanceEventTable {
  tenant_id: string;
  instance_id: string;
  seq: number;
  at: Instant;
  actor: string | null;
  command: string;
  events: Stored<EngineEvent[]>;
}

export interface TaskTable {
  tenant_id: string;
  instance_id: string;
  number: number;
  definition_id: string;
  version: number;
  node: string;
  name: StoredText;
  type: "work" | "approval" | "revision";
  status: "waiting" | "open" | "completed" | "cancelled" | "returned";
  assignee: string | null;
  candidate_roles: string[];
  candidate_people: string[];
  form: string | null;
  due: NullableInstant;
  opened_at: Instant;
  closed_at: NullableInstant;
  closed_by: string | null;
  outcome: string | null;
  comment: string | null;
  return_reason: string | null;
  waits_for: string[] | null;
}

export interface TaskDraftTable {
  tenant_id: string;
  instance_id: string;
  task: number;
  user_name: string;
  data: Stored<JsonObject>;
  saved_at: Instant;
}

export interface CommentTable {
  tenant_id: string;
  id: string;
  instance_id: string;
  task: number | null;
  by_user: string;
  at: Instant;
  text: string;
}

export interface TimerTable {
  tenant_id: string;
  instance_id: string;
  number: number;
  node: string;
  due: Instant;
  opened_at: Instant;
  paused: Generated<boolean>;
}

export interface JobTable {
  tenant_id: string;
  instance_id: string;
  number: number;
  definition_id: string;
  node: string;
  type: string;
  call: NullableStored<{ system: string; operation: string }>;
  input: Stored<JsonObject>;
  attempts: number;
  attempt: Generated<number>;
  backoff: number[];
  timeout_ms: number;
  opened_at: Instant;
  next_at: Instant;
  lease: string | null;
  lease_until: NullableInstant;
  worker: string | null;
  last_failure: NullableStored<JsonObject>;
  paused: Generated<boolean>;
  node_epoch: string | null;
  deaths: Generated<number>;
  traceparent: string | null;
}

export interface SubscriptionTable {
  tenant_id: string;
  instance_id: string;
  number: number;
  definition_id: string;
  node: string;
  type: Generated<"message" | "signal">;
  name: string;
  key: string | null;
  opened_at: Instant;
  paused: Generated<boolean>;
}

export interface MessageTable {
  tenant_id: string;
  id: string;
  type: Generated<"message" | "signal">;
  name: string;
  key: string | null;
  data: Stored<JsonObject>;
  by_user: string;
  received_at: Instant;
  expires_at: Instant;
  matched_at: NullableInstant;
}

export interface DeliveryTable {
  id: string;
  tenant_id: string;
  kind: Generated<string>;
  payload: NullableStored<JsonObject>;
  source_id: string | null;
  source_number: number | null;
  message_id: string | null;
  definition_id: string;
  version: number | null;
  instance_id: string | null;
  subscription: number | null;
  start_node: string | null;
  created_at: Instant;
  settled_at: NullableInstant;
  refused: Generated<boolean>;
}

export interface IncidentTable {
  tenant_id: string;
  instance_id: string;
  number: number;
  definition_id: string;
  version: number;
  node: string;
  code: string;
  params: Stored<JsonObject>;
  message: Stored<BilingualText>;
  detail: NullableStored<JsonObject>;
  job: number | null;
  attempts: number;
  raised_at: Instant;
  resolved_at: NullableInstant;
  resolved_by: string | null;
}

export interface IdempotencyTable {
  tenant_id: string;
  user_name: string;
  key: string;
  body_hash: string;
  response: NullableStored<object>;
  created_at: Instant;
}

export interface AuditTable {
  tenant_id: string;
  id: Generated<string>;
  at: Instant;
  actor: string;
  action: string;
  subject: string;
  detail: Stored<JsonObject>;
}

export interface LiveChangeTable {
  position: Generated<string>;
  xid: Generated<string>;
  tenant_id: string;
  topic: string;
  change: Stored<object>;
  instances: string[] | null;
  seqs: number[] | null;
  at: ColumnType<Date, never, never>;
}

export interface NodeTable {
  epoch: Generated<string>;
  name: string;
  state: Generated<"running" | "draining">;
  started_at: ColumnType<Date, never, never>;
  lease_until: Instant;
}
