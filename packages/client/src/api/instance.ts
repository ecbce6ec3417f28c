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
  kind: "task" | "job" | "timer" | "message" | "incident";
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
  tasks: TaskSummary[];
  incidents: Incident[];
  comments: Comment[];
  files: FileInfo[];
}

/** One turn of the event log. */
export interface EventTurn {
  seq: number;
  at: string;
  actor: string | null;
  command: string;
  events: EngineEvent[];
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
  steps: FlowStepStats[];
}

export interface FlowStepStats {
  node: string;
  waiting: number;
  overdue: number;
  incidents: number;
  oldestSince: string | null;
}
