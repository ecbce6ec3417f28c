import type { CaseData, ChecklistItem, Form, WorkflowDefinition } from "@flowright/definition";
import type { Comment, FileInfo } from "./attachment.ts";
import type { JsonObject, Text } from "./page.ts";

/** `waiting`: a step of a plan whose turn has not come. */
export type TaskStatus = "waiting" | "open" | "completed" | "cancelled" | "returned";
export type TaskType = "work" | "approval" | "revision";
export type TaskVerb =
  | "complete"
  | "approve"
  | "reject"
  | "return"
  | "claim"
  | "release"
  | "transfer"
  | "add-approver"
  | "remove-approver"
  | "comment";

export interface TaskSummary {
  /** `<instance id>.<number>` */
  id: string;
  instanceId: string;
  instanceNumber: string;
  instanceTitle: string | null;
  businessKey: string | null;
  definitionId: string;
  definitionName: Text;
  node: string;
  name: Text;
  type: TaskType;
  status: TaskStatus;
  assignee: string | null;
  candidateRoles: string[];
  candidatePeople: string[];
  openedAt: string;
  due: string | null;
  closedAt: string | null;
  closedBy: string | null;
  outcome: string | null;
  /** Why a revision was asked for. */
  returnReason: string | null;
  /** Steps of a plan that must be done before this one, with those who do them. */
  waitsFor: Blocker[];
}

export interface Blocker {
  node: string;
  name: Text;
  /** User names; empty where nobody in particular. */
  people: string[];
  roles: string[];
}

export interface TaskDetail extends TaskSummary {
  goal: Text | null;
  documentation: Text | null;
  checklist: ChecklistItem[];
  form: Form | null;
  /** The case's fields. */
  schema: CaseData;
  variables: JsonObject;
  definition: WorkflowDefinition;
  activeNodes: string[];
  doneNodes: string[];
  /** What the signed-in person may do now. */
  verbs: TaskVerb[];
  reasonRequired: "never" | "reject" | "always";
  startedBy: string | null;
  /** Earlier steps to which it can be sent back. */
  returnTargets: ReturnTarget[];
  /** User names of those who need not be asked any more for this decision. */
  removableApprovers: string[];
  comments: Comment[];
  files: FileInfo[];
}

export interface ReturnTarget {
  node: string;
  name: Text;
  /** Whether the case can also come straight back here from there. */
  jump: boolean;
}

/**
 * `upcoming`: steps of plans that will be mine once what they wait for is done; `mine`: what I may do now, assigned to me or open to me; `available`: the part of it that nobody has claimed;
 * `all`: every open task that I may see; `done`: what I have finished.
 */
export type TaskBox = "mine" | "upcoming" | "available" | "all" | "done";

/** A step that the reader may begin in a case, in the order that people see fit. */
export interface StepOffer {
  instanceId: string;
  instanceNumber: string;
  instanceTitle: string | null;
  businessKey: string | null;
  definitionId: string;
  definitionName: Text;
  /** For the command that begins it. */
  scope: number;
  node: string;
  name: Text;
}

export interface TaskCounts {
  overdue: number;
  today: number;
  later: number;
  done: number;
  /** Steps of plans whose turn has not come. */
  upcoming: number;
}

export interface CompleteTask {
  data?: JsonObject;
  outcome?: string;
  /** @maxLength 4000 */
  comment?: string;
  checked?: string[];
}

export interface Decide {
  data?: JsonObject;
  /** @maxLength 4000 */
  comment?: string;
  checked?: string[];
}

export interface ReturnTask {
  /** @minLength 1 @maxLength 4000 */
  reason: string;
  /** An earlier step; absent: whoever started the case revises the start form. */
  to?: string;
  /** From there through the steps between (default), or straight back. */
  way?: "walk" | "jump";
}

/** One more person, or one fewer, who is asked for a decision. */
export interface ChangeApprover {
  /** @minLength 1 */
  person: string;
}

export interface TransferTask {
  /** @minLength 1 */
  to: string;
  /** @minLength 1 @maxLength 4000 */
  reason: string;
}

/** A half-filled form, kept per person. */
export interface TaskDraft {
  data: JsonObject;
  savedAt: string;
}

export interface SaveTaskDraft {
  data: JsonObject;
}

/** What a command did: the case, and the next task that opened for the same person. */
export interface TaskResult {
  instanceId: string;
  status: string;
  nextTask: string | null;
}
