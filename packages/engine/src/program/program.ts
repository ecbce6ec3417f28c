import type { Decision } from "@flowright/decisions";
import type { ContainerNode, Edge, Node, WorkflowDefinition } from "@flowright/definition";
import type { Expression, FieldType } from "@flowright/expressions";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";

/** A definition ready to step. Hosts treat it as opaque and keep it per version. */
export interface Program {
  readonly definition: WorkflowDefinition;
  readonly root: ScopeProgram;
  /** Nodes of all scopes by id. */
  readonly nodes: ReadonlyMap<string, NodeProgram>;
  readonly businessKey: Expression | null;
  readonly caseTitle: Expression | null;
  /** Form of the start by hand, which the initiator revises after a return. */
  readonly startForm: string | null;
}

export interface ScopeProgram {
  /** Id of the container, or null for the process. */
  readonly container: string | null;
  /** Fields that this scope declares. */
  readonly fields: FieldTypes;
  /** Values of declared fields that have a default. */
  readonly defaults: { readonly [name: string]: unknown };
  /** Where a scope of this kind begins; null for a process that only messages start. */
  readonly start: NodeProgram | null;
  readonly nodes: readonly NodeProgram[];
  readonly edges: readonly EdgeProgram[];
  /** Event sub-processes that listen while the scope is active. */
  readonly listeners: readonly NodeProgram[];
  /** The event sub-process that undoes what was completed in the scope. */
  readonly undoes: NodeProgram | null;
  readonly machine: ScopeMachine;
}

export type FieldTypes = { readonly [name: string]: FieldType };

export interface NodeProgram {
  readonly id: string;
  /** Place in its scope's list. */
  readonly index: number;
  readonly kind: Node["kind"];
  readonly node: Node;
  readonly scope: ScopeProgram;
  readonly incoming: readonly EdgeProgram[];
  readonly outgoing: readonly EdgeProgram[];
  /** Boundary events attached to this node; not those for compensation. */
  readonly boundaries: readonly NodeProgram[];
  /** Leads from its boundary event for compensation to the activity that undoes this one. */
  readonly handler: EdgeProgram | null;
  /** Inside of a container. */
  readonly child: ScopeProgram | null;
  /** One instance of an activity that is done several times: a scope with its item and its index alone. */
  readonly instance: ScopeProgram | null;
  /** In a plan: the steps that must be done before, and how long to wait after each. */
  readonly dependsOn: readonly Dependency[];
  readonly parts: NodeParts;
}

export interface Dependency {
  readonly step: NodeProgram;
  readonly lag: TimePart | null;
}

/** The compiled expressions of a node; which are there depends on its kind. */
export interface NodeParts {
  readonly who?: Expression;
  readonly due?: TimePart;
  readonly timer?: TimerPart;
  /** The key of a message that is waited for. */
  readonly messageKey?: Expression;
  /** A message or signal that is sent: its key and its payload. */
  readonly sent?: { readonly key?: Expression; readonly data: readonly MappingProgram[] };
  /** Of a conditional event, or of a complex gateway. */
  readonly condition?: Expression;
  /** Item of the checklist → its rule. */
  readonly rules?: ReadonlyMap<string, Expression>;
  readonly input?: readonly MappingProgram[];
  readonly output?: readonly MappingProgram[];
  /** Text of an error or an escalation that is thrown. */
  readonly thrownMessage?: Expression;
  readonly businessKey?: Expression;
  readonly loop?: LoopPart;
  /** Of an ad-hoc sub-process. */
  readonly completion?: Expression;
  readonly decision?: DecisionPart;
}

/** A step that decides by a table. */
export interface DecisionPart {
  /** The fields that the table can read. */
  readonly types: FieldTypes;
  /** The table that is drawn into the step; null for one of the workspace. */
  readonly own: Decision | null;
}

export type LoopPart =
  | {
      readonly type: "multiInstance";
      readonly sequential: boolean;
      readonly collection: Expression;
      readonly item: string;
      readonly completion: Expression | null;
      readonly output: { readonly target: readonly string[]; readonly value: Expression } | null;
    }
  | {
      readonly type: "standard";
      readonly condition: Expression;
      readonly testBefore: boolean;
      readonly maximum: number | null;
    };

/** A duration or an instant, written out or as an expression. */
export interface TimePart {
  readonly type: "duration" | "date";
  readonly text: string;
  readonly expression: Expression | null;
  /** What a duration is counted by; null for the clock. */
  readonly calendar: WorkingCalendar | null;
}

/** When a timer fires; a cycle as ISO 8601 repetition, written out or as an expression, or as a cron rule. */
export type TimerPart =
  | TimePart
  | { readonly type: "cycle"; readonly text: string; readonly expression: Expression | null }
  | CronPart;

export interface CronPart {
  readonly type: "cron";
  readonly text: string;
  readonly timeZone: string;
  /** On whose working days alone it is due; null for every day. */
  readonly calendar: WorkingCalendar | null;
}

export interface MappingProgram {
  readonly target: readonly string[];
  readonly expression: Expression;
  /** Where the source is nothing but a variable: that variable's type, so that its text form is kept. */
  readonly sourceType: FieldType | undefined;
}

export interface EdgeProgram {
  readonly id: string;
  readonly index: number;
  readonly edge: Edge;
  readonly source: NodeProgram;
  readonly target: NodeProgram;
  readonly condition: Expression | null;
}

export type Container = WorkflowDefinition | ContainerNode;

/** The machine of one scope. Only the folder `machine` knows what it is made of. */
export interface ScopeMachine {
  /** What `event` does to a token at `node`; null where the choices it comes through lead in a circle. */
  move(node: NodeProgram, event: string, holds: HoldsEdge): Movement | null;
}

/** Asked by the guards of choices, with the index of the edge. */
export type HoldsEdge = (edge: number) => boolean;

/** What a machine tells the coordinator, in order, for one event. */
export type MachineMove =
  /** Leaves a node that waited: everything that it still holds open closes. */
  | { readonly kind: "close"; readonly node: NodeProgram }
  | { readonly kind: "take"; readonly edge: EdgeProgram }
  /** A choice was entered, and was passed. */
  | { readonly kind: "pass" | "passed"; readonly node: NodeProgram }
  /** A node was entered: it opens, begins at once, splits, joins or ends. */
  | { readonly kind: "open" | "begin" | "split" | "arrive" | "finish"; readonly node: NodeProgram }
  /** Goes on at a link of the same name; no edge leads there. */
  | { readonly kind: "jump"; readonly node: NodeProgram }
  /** The token goes on by several edges, without a gateway. */
  | { readonly kind: "fork"; readonly edges: readonly EdgeProgram[] }
  /** The token ends where it is, since no edge leaves. */
  | { readonly kind: "drain"; readonly node: NodeProgram }
  /** No edge leaves for this outcome. */
  | { readonly kind: "stuck"; readonly node: NodeProgram }
  /** A non-interrupting boundary event begins beside its host. */
  | { readonly kind: "spawn"; readonly node: NodeProgram };

export interface Movement {
  readonly moves: readonly MachineMove[];
  /** Where the token stands afterwards. */
  readonly at: NodeProgram;
}
