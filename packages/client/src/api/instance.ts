import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import type { Comment, FileInfo } from "./attachment.ts";
import type { JsonObject, Text } from "./page.ts";
import type { TaskSummary } from "./task.ts";

export type InstanceStatus = "active" | "suspended" | "completed" | "terminated" | "cancelled";

export interface StartInstance {
  /** @minLength 1 @maxLength 200 */
  definitionId: string;
  /** Default: the latest. @asType integer @minimum 1 @maximum 2147483647 */
  version?: number;
  /** Taken from the definition's rule where absent. @maxLength 200 */
  businessKey?: string;
  variables?: JsonObject;
}

/** Many cases in one request. Where one is refused, the others may have started. */
export interface StartInstances {
  /** @minItems 1 @maxItems 1000 */
  instances: StartInstance[];
}

export interface InstanceSummary {
  id: string;
  /** Case number for people, e.g. RET-000123. */
  number: string;
  definitionId: string;
  definitionName: Text;
  version: number;
  status: InstanceStatus;
  businessKey: string | null;
  title: string | null;
  startedBy: string | null;
  startedAt: string;
  endedAt: string | null;
  /** What it waits for, where and with whom. */
  waiting: Waiting[];
  openIncidents: number;
  overdueTasks: number;
}

export interface Waiting {
  node: string;
  nodeName: Text;
  /** The gateway after which this is one of several events, of which the first decides; the case waits there once. */
  choice: string | null;
  kind: "task" | "job" | "timer" | "message" | "signal" | "call" | "incident";
  /** The case whose end is awaited; it may belong to people other than the reader. */
  calledCase: string | null;
  since: string;
  due: string | null;
  /** User names for a task; empty otherwise. */
  people: string[];
  roles: string[];
}

export interface Instance extends InstanceSummary {
  variables: JsonObject;
  definition: WorkflowDefinition;
  /** Nodes where a token stands. */
  activeNodes: string[];
  /** Where its tokens stand, for repairs by hand. */
  tokens: CaseToken[];
  /** Steps that people may begin in the order that they see fit. */
  offers: OfferedStep[];
  /** Cases that its steps have called, in the order of the calls. */
  calls: CalledCase[];
  /** The case that called this one. */
  calledBy: CalledCase | null;
  tasks: TaskSummary[];
  incidents: Incident[];
  comments: Comment[];
  files: FileInfo[];
}

export interface CaseToken {
  token: number;
  node: string;
  /** The scope in which it stands; 0 is the case itself. */
  scope: number;
}

export interface OfferedStep {
  scope: number;
  node: string;
  name: Text;
}

export interface CalledCase {
  instanceId: string;
  number: string;
  definitionName: Text;
  status: InstanceStatus;
}

/** Repairs a case by hand: tokens are cancelled, steps are begun; nothing else is implied. */
export interface ModifyInstance {
  /** @maxItems 1000 */
  cancel?: number[];
  /** @maxItems 1000 */
  start?: StepToBegin[];
  /** @minLength 1 @maxLength 2000 */
  reason: string;
}

export interface StepToBegin {
  node: string;
  /** A scope that is open; absent: the innermost that holds the step. @asType integer @minimum 0 */
  scope?: number;
}

/** The same, to be looked at beforehand. */
export interface PlanModification {
  /** @maxItems 1000 */
  cancel?: number[];
  /** @maxItems 1000 */
  start?: StepToBegin[];
}

/** What a repair by hand would do, or why it cannot be done. Nothing that was done is undone. */
export interface ModificationCheck {
  ok: boolean;
  /** Steps that would stop, with those inside them. */
  cancelled: string[];
  /** Steps that would go on as they are. */
  kept: string[];
  /** Steps that would begin. */
  begun: string[];
  problem: CheckProblem | null;
}

/** New values of fields of the case, by name. */
export interface SetVariables {
  variables: JsonObject;
}

/** Carries a case over to another version of its flow. Steps map by id unless named here. */
export interface MigrateInstance {
  /** @asType integer @minimum 1 @maximum 2147483647 */
  version: number;
  /** Step of the version now → step of the other version. */
  nodes?: JsonObject;
  /** Connection → connection, where branches are counted at a join. */
  edges?: JsonObject;
  /** Kept as a comment of the case. @maxLength 2000 */
  reason?: string;
}

/** What a migration would do, or why it cannot. */
export interface MigrationCheck {
  ok: boolean;
  /** Steps that wait and go on at another one. */
  moved: MovedStep[];
  /** Steps that wait and go on as the same. */
  kept: string[];
  /** Events that would no longer be waited for. */
  closed: string[];
  /** Events that would begin to be waited for. */
  opened: string[];
  problems: MigrationProblem[];
}

export interface MovedStep {
  from: string;
  to: string;
}

export interface MigrationProblem extends CheckProblem {
  /** A warning keeps the case from nothing. */
  severity: "error" | "warning";
}

export interface CheckProblem {
  code: string;
  node: string | null;
  message: { en: string; "zh-CN": string };
  fix: { en: string; "zh-CN": string };
}

/** Begins a step of an ad-hoc sub-process. */
export interface BeginStep {
  /** @asType integer @minimum 0 */
  scope: number;
  node: string;
}

/** Ends an ad-hoc sub-process. */
export interface FinishSteps {
  /** @asType integer @minimum 0 */
  scope: number;
}

/** One more step in the plan of this case alone. */
export interface AddStep {
  /** @asType integer @minimum 0 */
  scope: number;
  /** A step as in a flow: its id, its kind and its settings. */
  step: JsonObject;
  /** Steps that must be done before. @maxItems 100 */
  after?: string[];
  /** Steps that wait for it. @maxItems 100 */
  before?: string[];
}

/** More instances of a step that is done several times. */
export interface AddItems {
  /** @asType integer @minimum 0 */
  token: number;
  /** @minItems 1 @maxItems 1000 */
  items: unknown[];
}

/** One instance of a step that is done several times is no longer wanted. */
export interface RemoveItem {
  /** @asType integer @minimum 0 */
  token: number;
  /** Counts from 1. @asType integer @minimum 1 */
  index: number;
}

/** One turn of the event log. */
export interface EventTurn {
  seq: number;
  at: string;
  actor: string | null;
  command: string;
  events: EngineEvent[];
}

/** A case as it was after one of its turns. */
export interface CaseMoment {
  seq: number;
  /** Number of its newest turn. */
  last: number;
  at: string;
  actor: string | null;
  command: string;
  status: InstanceStatus;
  /** Version of the flow by which it ran then. */
  version: number;
  /** That version, where the case runs by another one now. */
  definition?: WorkflowDefinition;
  variables: JsonObject;
  activeNodes: string[];
  tokens: CaseToken[];
  /** Steps at which an incident was open. */
  incidents: string[];
}

export interface CancelInstance {
  /** @minLength 1 @maxLength 2000 */
  reason: string;
}

export interface Incident {
  id: string;
  instanceId: string;
  instanceNumber: string;
  definitionId: string;
  node: string;
  nodeName: Text;
  code: string;
  params: JsonObject;
  message: { en: string; "zh-CN": string };
  /** The call and the answer, with secrets left out. */
  detail: JsonObject | null;
  attempts: number;
  raisedAt: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

/** Live numbers of one flow, drawn on its diagram. */
export interface FlowStats {
  definitionId: string;
  version: number;
  running: number;
  /** Cases that wait for somebody, each once, however many of its tasks are open. */
  withPeople: number;
  /** Cases with a task that is overdue, each once. */
  overdue: number;
  steps: FlowStepStats[];
}

export interface FlowStepStats {
  node: string;
  waiting: number;
  overdue: number;
  incidents: number;
  oldestSince: string | null;
}
