/* Generated from schemas/workflow/v1. */

/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id = string;
/**
 * Text shown to people: one string, or one per language.
 */
export type LocalizedText =
  | string
  | {
      en?: string;
      "zh-CN"?: string;
    };
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource = string;
/**
 * One step of a flow; its shape is chosen by kind.
 */
export type Node =
  | StartEvent
  | EndEvent
  | UserTask
  | Approval
  | ServiceTask
  | ScriptTask
  | BusinessRuleTask
  | SendTask
  | ReceiveTask
  | ManualTask
  | ExclusiveGateway
  | ParallelGateway
  | InclusiveGateway
  | EventBasedGateway
  | ComplexGateway
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | SubProcess
  | EventSubProcess
  | Transaction
  | AdHocSubProcess
  | CallActivity
  | Plan;
/**
 * What starts the process or scope. Error, escalation and compensation start event sub-processes alone.
 */
export type StartTrigger =
  | {
      type: "none";
    }
  | {
      type: "message";
      message: MessageReference;
      /**
       * At most one instance per key while one is alive
       */
      onePerKey?: boolean;
    }
  | Timer
  | {
      type: "signal";
      signal: SignalReference;
    }
  | {
      type: "condition";
      condition: FeelSource;
    }
  | {
      type: "error";
      /**
       * Absent: any error
       */
      code?: string;
      /**
       * Variable that receives {code, message}
       */
      variable?: string;
    }
  | {
      type: "escalation";
      /**
       * Absent: any escalation
       */
      code?: string;
      /**
       * Variable that receives {code, message}
       */
      variable?: string;
    }
  | {
      type: "compensation";
    };
/**
 * Exactly one of a duration, a date, a cycle or a cron rule.
 */
export type Timer =
  | {
      type: "timer";
      duration: DurationSource;
      calendar?: Id1;
    }
  | {
      type: "timer";
      date: InstantSource;
    }
  | {
      type: "timer";
      /**
       * ISO 8601 repetition such as R3/PT10M or R/2026-01-01T00:00:00Z/P1D; or an expression that begins with =
       */
      cycle: string;
      /**
       * Of a start of the process: what happens with times that passed while no server ran: one start for all (if absent), one for each, none
       */
      missed?: "once" | "each" | "none";
    }
  | {
      type: "timer";
      /**
       * Five fields: minute, hour, day of month, month, day of week
       */
      cron: string;
      /**
       * IANA name such as Asia/Shanghai; absent: UTC
       */
      timeZone?: string;
      calendar?: Id2;
      /**
       * Of a start of the process: what happens with times that passed while no server ran: one start for all (if absent), one for each, none
       */
      missed?: "once" | "each" | "none";
    };
/**
 * An ISO 8601 duration such as PT4H or P7D, or FEEL after a leading '='.
 */
export type DurationSource = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id1 = string;
/**
 * An ISO 8601 date or date-time, or FEEL after a leading '='.
 */
export type InstantSource = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id2 = string;
/**
 * What reaching the end means.
 */
export type EndResult =
  | {
      type: "none";
    }
  | {
      type: "terminate";
    }
  | {
      type: "error";
      code: string;
      message?: FeelSource;
    }
  | {
      type: "escalation";
      code: string;
      message?: FeelSource;
    }
  | {
      type: "message";
      message: MessageToSend;
    }
  | {
      type: "signal";
      signal: SignalToSend;
    }
  | {
      type: "compensation";
      activity?: Id3;
    }
  | {
      type: "cancel";
    };
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id3 = string;
/**
 * Who does a step, decided when it opens.
 */
export type Who =
  | {
      type: "role";
      role: Id;
    }
  | {
      type: "people";
      /**
       * @minItems 1
       * @maxItems 200
       */
      people: string[];
    }
  | {
      type: "initiator";
    }
  | {
      type: "field";
      field: string;
    }
  | {
      type: "expression";
      value: FeelSource;
    };
/**
 * When a step is due: a duration after it opens, or the date in a field.
 */
export type Deadline =
  | {
      type: "duration";
      duration: DurationSource;
      calendar?: Id4;
    }
  | {
      type: "field";
      field: string;
    };
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id4 = string;
/**
 * How often an activity is done: once per item of a list, or again while a condition holds.
 */
export type Loop =
  | {
      type: "multiInstance";
      /**
       * One after the other instead of all at once
       */
      sequential?: boolean;
      collection: FeelSource1;
      /**
       * Variable of the instance that holds its item
       */
      item?: string;
      completion?: FeelSource2;
      output?: {
        /**
         * Variable that receives the list of results, in the order of the items
         */
        target: string;
        value: FeelSource3;
      };
    }
  | {
      type: "standard";
      condition: FeelSource4;
      /**
       * Ask before the first round, too
       */
      testBefore?: boolean;
      /**
       * Most rounds
       */
      maximum?: number;
    };
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource1 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource2 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource3 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource4 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id5 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource5 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id6 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource6 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id7 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource7 = string;
/**
 * What an intermediate event waits for.
 */
export type CatchEvent =
  | Timer
  | {
      type: "message";
      message: MessageReference;
    }
  | {
      type: "signal";
      signal: SignalReference;
    }
  | {
      type: "condition";
      condition: FeelSource;
    }
  | {
      type: "link";
      name: string;
    };
/**
 * What an intermediate event tells others as the flow passes.
 */
export type ThrowEvent =
  | {
      type: "none";
    }
  | {
      type: "message";
      message: MessageToSend;
    }
  | {
      type: "signal";
      signal: SignalToSend;
    }
  | {
      type: "escalation";
      code: string;
      message?: FeelSource;
    }
  | {
      type: "compensation";
      activity?: Id8;
    }
  | {
      type: "link";
      name: string;
    };
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id8 = string;
/**
 * What a boundary event reacts to.
 */
export type BoundaryTrigger =
  | Timer
  | {
      type: "message";
      message: MessageReference;
    }
  | {
      type: "error";
      /**
       * Absent: any error
       */
      code?: string;
      /**
       * Variable that receives {code, message}
       */
      variable?: string;
    }
  | {
      type: "signal";
      signal: SignalReference;
    }
  | {
      type: "escalation";
      /**
       * Absent: any escalation
       */
      code?: string;
      /**
       * Variable that receives {code, message}
       */
      variable?: string;
    }
  | {
      type: "condition";
      condition: FeelSource;
    }
  | {
      type: "compensation";
    }
  | {
      type: "cancel";
    };
/**
 * An ISO 8601 duration such as PT4H or P7D, or FEEL after a leading '='.
 */
export type DurationSource1 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id9 = string;
/**
 * A FEEL expression (DMN 1.5) over the variables in scope.
 */
export type FeelSource8 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id10 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id11 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id12 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id13 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id14 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id15 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id16 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id17 = string;
/**
 * An NCName (a letter or _, then letters, digits, _, - or .), unique in the whole definition.
 */
export type Id18 = string;

/**
 * A workflow definition, version 1 of the format.
 */
export interface WorkflowDefinition {
  schema: "flowright/workflow/v1";
  id: Id;
  name: LocalizedText;
  description?: LocalizedText;
  variables?: CaseData;
  /**
   * @maxItems 200
   */
  roles?: Role[];
  /**
   * @maxItems 500
   */
  forms?: Form[];
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
  settings?: Settings;
  drawing?: Drawing;
  /**
   * Ways through the flow that must go on working, each as flowright/scenario/v1; a case never reads them
   *
   * @maxItems 200
   */
  scenarios?: KeptScenario[];
}
/**
 * The JSON Schema of the case data: an object whose properties are its fields.
 */
export interface CaseData {
  type: "object";
  properties: {
    [k: string]: Field;
  };
  required?: string[];
}
/**
 * One field of the case data: a restricted JSON Schema 2020-12 dialect (no remote references, bounded depth). Property names are NCNames.
 */
export interface Field {
  type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  title?: LocalizedText;
  description?: LocalizedText;
  /**
   * money is a decimal string; person an id of a person; file and photo the id of an uploaded file
   */
  format?:
    | "date"
    | "date-time"
    | "time"
    | "duration"
    | "money"
    | "person"
    | "file"
    | "photo"
    | "email"
    | "uri"
    | "phone"
    | "multiline"
    | "reference";
  /**
   * @minItems 1
   * @maxItems 500
   */
  enum?: (string | number | boolean)[];
  /**
   * Choices with a title each
   *
   * @minItems 1
   * @maxItems 500
   */
  oneOf?: {
    const: string | number | boolean;
    title?: LocalizedText;
  }[];
  const?: string | number | boolean;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: Field;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: {
    [k: string]: Field;
  };
  required?: string[];
  /**
   * Media types of a file or photo field
   */
  accept?: string[];
  currency?: string;
  unit?: LocalizedText;
  readOnly?: boolean;
}
/**
 * A role that the flow refers to; people get roles in the workspace.
 */
export interface Role {
  id: Id;
  name?: LocalizedText;
  color?: string;
}
/**
 * What a person sees at a step: an ordered list of the case's fields, in sections.
 */
export interface Form {
  id: Id;
  title?: LocalizedText;
  description?: LocalizedText;
  /**
   * @maxItems 50
   */
  sections: {
    title?: LocalizedText;
    /**
     * @maxItems 200
     */
    fields: FormField[];
  }[];
}
/**
 * One field of a form: the dotted path of a case field, and how it is shown there.
 */
export interface FormField {
  field: string;
  mode?: "edit" | "read" | "hidden";
  required?: boolean;
  label?: LocalizedText;
  help?: LocalizedText;
  /**
   * For rows: how each column is shown at this step
   */
  columns?: FormField[];
  visibleWhen?: FeelSource;
  requiredWhen?: FeelSource;
}
/**
 * Where a process or sub-process begins.
 */
export interface StartEvent {
  id: Id;
  kind: "start";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  trigger?: StartTrigger;
  form?: Id;
  /**
   * Roles that may start the flow; absent: everyone in the workspace
   */
  startableBy?: Id[];
  /**
   * In an event sub-process: whether its start ends what else runs around it
   */
  interrupting?: boolean;
}
/**
 * Top left corner on the canvas, in pixels, relative to the container.
 */
export interface Position {
  x: number;
  y: number;
}
/**
 * A message by name and correlation key.
 */
export interface MessageReference {
  name: string;
  key?: FeelSource;
  /**
   * Mappings with the payload as `message`
   */
  output?: Mapping[];
}
/**
 * Writes the value of a FEEL expression to a target: a variable path, or a parameter of the call.
 */
export interface Mapping {
  /**
   * Dotted path, e.g. refund.txnNo
   */
  target: string;
  value: FeelSource;
}
/**
 * A signal by name; every flow that waits for it receives it.
 */
export interface SignalReference {
  name: string;
  /**
   * Mappings with the payload as `signal`
   *
   * @maxItems 100
   */
  output?: Mapping[];
}
/**
 * Where a path ends.
 */
export interface EndEvent {
  id: Id;
  kind: "end";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  result?: EndResult;
}
/**
 * A message that the flow sends: its name, its correlation key and its payload.
 */
export interface MessageToSend {
  name: string;
  key?: FeelSource;
  /**
   * Payload by name
   *
   * @maxItems 100
   */
  data?: Mapping[];
}
/**
 * A signal that the flow sends to every flow that waits for it.
 */
export interface SignalToSend {
  name: string;
  /**
   * Payload by name
   *
   * @maxItems 100
   */
  data?: Mapping[];
}
/**
 * Work for a person.
 */
export interface UserTask {
  id: Id;
  kind: "userTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  goal?: LocalizedText;
  who: Who;
  deadline?: Deadline;
  form?: Id;
  /**
   * @maxItems 100
   */
  checklist?: ChecklistItem[];
  output?: Mapping[];
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * With a rule, the item is checked by the FEEL condition over the case data and the submitted form; without, by a person.
 */
export interface ChecklistItem {
  id: Id;
  text: LocalizedText;
  optional?: boolean;
  rule?: FeelSource;
}
/**
 * The step template of the workspace that the step came from, and its version then
 */
export interface StepTemplateRef {
  id: string;
  version: number;
}
/**
 * A decision by one or more people; edges leave by outcome 'approved' or 'rejected'.
 */
export interface Approval {
  id: Id;
  kind: "approval";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  goal?: LocalizedText;
  who: Who;
  deadline?: Deadline;
  form?: Id;
  /**
   * @maxItems 100
   */
  checklist?: ChecklistItem[];
  rule:
    | {
        type: "any";
      }
    | {
        type: "all";
      }
    | {
        type: "nOfM";
        n: number;
      };
  reasonRequired?: "never" | "reject" | "always";
  /**
   * Variable that receives 'approved' or 'rejected'
   */
  resultVariable?: string;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * Work for a system: an operation of a system entered under Admin, or a job for an external worker.
 */
export interface ServiceTask {
  id: Id;
  kind: "serviceTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  call?: {
    system: string;
    operation: string;
  };
  jobType?: string;
  input?: Mapping[];
  /**
   * Mappings with the answer as `result`
   */
  output?: Mapping[];
  retry?: {
    attempts: number;
    /**
     * ISO durations between attempts; the last repeats
     *
     * @minItems 1
     * @maxItems 50
     */
    backoff?: string[];
  };
  /**
   * ISO duration of one attempt
   */
  timeout?: string;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * FEEL assignments, carried out at once.
 */
export interface ScriptTask {
  id: Id;
  kind: "scriptTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  /**
   * @minItems 1
   * @maxItems 100
   */
  assignments: Mapping[];
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * A decision by a table: its own, or one of the workspace by its id.
 */
export interface BusinessRuleTask {
  id: Id;
  kind: "businessRuleTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  table?: DecisionTable;
  decision?: {
    id: Id;
    /**
     * Absent: the newest when the step is reached
     */
    version?: number;
  };
  /**
   * What happens where no rule matches and there is no default
   */
  noMatch?: "incident" | "null";
  /**
   * Mappings with the outcome as `result`
   *
   * @maxItems 100
   */
  output?: Mapping[];
  template?: StepTemplateRef;
}
/**
 * Rules as the rows of a table (DMN 1.5): what holds for the inputs decides the outputs.
 */
export interface DecisionTable {
  id?: Id;
  name?: LocalizedText;
  /**
   * How many rules may match, and which of them counts
   */
  hitPolicy: "unique" | "any" | "priority" | "first" | "ruleOrder" | "outputOrder" | "collect";
  /**
   * For collect: what becomes of the results of all matching rules
   */
  aggregator?: "list" | "sum" | "min" | "max" | "count";
  /**
   * @minItems 1
   * @maxItems 50
   */
  inputs: DecisionInput[];
  /**
   * @minItems 1
   * @maxItems 50
   */
  outputs: DecisionOutput[];
  /**
   * @maxItems 2000
   */
  rules: DecisionRule[];
}
/**
 * A column of conditions
 */
export interface DecisionInput {
  id: Id5;
  label?: LocalizedText;
  expression: FeelSource5;
  type: "string" | "number" | "integer" | "boolean" | "date" | "date-time" | "time" | "duration" | "money";
  /**
   * The values that may come; other values are refused
   */
  values?: string | (string | number | boolean)[];
}
/**
 * A column of results
 */
export interface DecisionOutput {
  name: Id6;
  label?: LocalizedText;
  type: "string" | "number" | "integer" | "boolean" | "date" | "date-time" | "time" | "duration" | "money";
  /**
   * The values that may result, the most important first
   *
   * @minItems 1
   * @maxItems 500
   */
  values?: (string | number | boolean)[];
  default?: FeelSource6;
}
/**
 * A row: it matches when every condition holds
 */
export interface DecisionRule {
  id: Id7;
  /**
   * Unary tests, one per input, e.g. < 500; - or nothing: whatever the value
   *
   * @minItems 1
   * @maxItems 50
   */
  when: string[];
  /**
   * FEEL expressions, one per output
   *
   * @minItems 1
   * @maxItems 50
   */
  then: string[];
  note?: LocalizedText;
}
/**
 * Sends a message to another flow or case.
 */
export interface SendTask {
  id: Id;
  kind: "sendTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  message: MessageToSend;
  template?: StepTemplateRef;
}
/**
 * Waits for a message.
 */
export interface ReceiveTask {
  id: Id;
  kind: "receiveTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  message: MessageReference;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * A step that is only noted; the flow passes it at once.
 */
export interface ManualTask {
  id: Id;
  kind: "manualTask";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  template?: StepTemplateRef;
}
/**
 * Takes the first outgoing edge whose condition is true, otherwise the default.
 */
export interface ExclusiveGateway {
  id: Id;
  kind: "exclusive";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
}
/**
 * Splits into all outgoing edges; joins one token per incoming edge.
 */
export interface ParallelGateway {
  id: Id;
  kind: "parallel";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
}
/**
 * Takes every outgoing edge whose condition is true, otherwise the default; joins all branches that can still come.
 */
export interface InclusiveGateway {
  id: Id;
  kind: "inclusive";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
}
/**
 * Waits for the first of the events that follow.
 */
export interface EventBasedGateway {
  id: Id;
  kind: "eventBased";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
}
/**
 * Goes on once enough of its incoming branches have come.
 */
export interface ComplexGateway {
  id: Id;
  kind: "complex";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  need:
    | {
        type: "count";
        count: number;
      }
    | {
        type: "condition";
        condition: FeelSource7;
      };
  /**
   * What becomes of the branches that come later: awaited in silence, then everything begins anew; or cancelled
   */
  rest?: "wait" | "cancel";
}
/**
 * Waits for a timer or a message.
 */
export interface IntermediateCatchEvent {
  id: Id;
  kind: "catch";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  event: CatchEvent;
}
/**
 * Tells others something, undoes completed work or jumps to a link, and goes on.
 */
export interface IntermediateThrowEvent {
  id: Id;
  kind: "throw";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  event: ThrowEvent;
}
/**
 * Reacts to an event while the activity that it is attached to is active.
 */
export interface BoundaryEvent {
  id: Id;
  kind: "boundary";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  attachedTo: Id;
  interrupting?: boolean;
  event: BoundaryTrigger;
}
/**
 * A container with its own nodes and edges, and optionally variables of its own.
 */
export interface SubProcess {
  id: Id;
  kind: "subProcess";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  variables?: CaseData;
  size?: {
    width: number;
    height: number;
  };
  collapsed?: boolean;
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
}
/**
 * A sequence flow.
 */
export interface Edge {
  id: Id;
  source: Id;
  target: Id;
  name?: LocalizedText;
  condition?: FeelSource;
  outcome?: string;
  default?: boolean;
  /**
   * Inside a plan: how the target depends on the source
   */
  dependency?: {
    /**
     * Finish to start
     */
    type?: "FS";
    lag?: DurationSource1;
    calendar?: Id9;
  };
}
/**
 * Begins when its start event happens while the scope around it is active.
 */
export interface EventSubProcess {
  id: Id;
  kind: "eventSubProcess";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  variables?: CaseData;
  size?: {
    width: number;
    height: number;
  };
  collapsed?: boolean;
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
}
/**
 * A sub-process that is done as a whole or undone as a whole.
 */
export interface Transaction {
  id: Id;
  kind: "transaction";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  variables?: CaseData;
  size?: {
    width: number;
    height: number;
  };
  collapsed?: boolean;
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
}
/**
 * Steps that people begin in the order that they see fit.
 */
export interface AdHocSubProcess {
  id: Id;
  kind: "adHoc";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  variables?: CaseData;
  size?: {
    width: number;
    height: number;
  };
  collapsed?: boolean;
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
  /**
   * Whether several steps may be under way at once
   */
  ordering?: "parallel" | "sequential";
  /**
   * Whether people begin the steps, or all that nothing leads to begin at once
   */
  start?: "byHand" | "all";
  completion?: FeelSource8;
  /**
   * Whether steps under way are cancelled at the end
   */
  cancelRemaining?: boolean;
}
/**
 * Runs another flow as a case of its own and waits for its end.
 */
export interface CallActivity {
  id: Id;
  kind: "callActivity";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  process: Id10;
  version?:
    | {
        type: "latest";
      }
    | {
        type: "atPublish";
      }
    | {
        type: "fixed";
        number: number;
      };
  businessKey?: FeelSource;
  /**
   * Case data that the called flow starts with
   *
   * @maxItems 100
   */
  input?: Mapping[];
  /**
   * Mappings with the called flow's case data as `result`
   *
   * @maxItems 100
   */
  output?: Mapping[];
  template?: StepTemplateRef;
}
/**
 * Steps with dependencies: each opens as soon as all that it waits for is done.
 */
export interface Plan {
  id: Id;
  kind: "plan";
  name?: LocalizedText;
  documentation?: LocalizedText;
  position?: Position;
  loop?: Loop;
  /**
   * In a plan: the plan may end without it
   */
  optional?: boolean;
  variables?: CaseData;
  size?: {
    width: number;
    height: number;
  };
  collapsed?: boolean;
  /**
   * @maxItems 5000
   */
  nodes: Node[];
  /**
   * @maxItems 10000
   */
  edges: Edge[];
}
/**
 * Settings of the whole flow.
 */
export interface Settings {
  businessKey?: FeelSource;
  caseTitle?: FeelSource;
  /**
   * Loop guard: steps of one turn
   */
  maxSteps?: number;
  /**
   * @maxItems 50
   */
  calendars?: WorkingCalendar[];
}
/**
 * When work is done: the shifts of a week, in a time zone, with holidays and days of their own.
 */
export interface WorkingCalendar {
  id: Id;
  name?: LocalizedText;
  /**
   * IANA name such as Asia/Shanghai
   */
  timeZone: string;
  /**
   * china: the public holidays of the mainland, and the working weekends that make up for them
   */
  holidays: "none" | "china";
  /**
   * @minItems 1
   * @maxItems 50
   */
  week: {
    /**
     * @minItems 1
     * @maxItems 7
     */
    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
    /**
     * Local time, such as 09:00
     */
    from: string;
    /**
     * Local time; one that is not after the beginning lies on the next day
     */
    to: string;
  }[];
  /**
   * Days of their own; they go before holidays and week
   *
   * @maxItems 1000
   */
  days?: {
    /**
     * Local date
     */
    from: string;
    /**
     * The last day; absent: the same
     */
    to?: string;
    name?: LocalizedText;
    /**
     * Empty: no work
     *
     * @maxItems 20
     */
    shifts: {
      /**
       * Local time, such as 09:00
       */
      from: string;
      /**
       * Local time; one that is not after the beginning lies on the next day
       */
      to: string;
    }[];
  }[];
}
/**
 * What belongs to the drawing and does not run. Nothing in it changes what a flow does. Positions in it are on the canvas of the process.
 */
export interface Drawing {
  /**
   * @maxItems 5000
   */
  notes?: DrawingNote[];
  /**
   * @maxItems 5000
   */
  groups?: DrawingGroup[];
  /**
   * @maxItems 1000
   */
  lanes?: DrawingLane[];
  /**
   * @maxItems 10000
   */
  lines?: DrawingLine[];
  /**
   * @maxItems 10000
   */
  shapes?: DrawingShape[];
  /**
   * Elements of a file of another tool that mean nothing here, verbatim, for the way back
   *
   * @maxItems 20000
   */
  kept?: KeptElement[];
  /**
   * Attributes of a file of another tool that mean nothing here, for the way back
   *
   * @maxItems 20000
   */
  keptAttributes?: KeptAttribute[];
}
/**
 * A note beside the steps.
 */
export interface DrawingNote {
  id: Id;
  text: string;
  in?: Id11;
  position?: Position1;
  size?: {
    width: number;
    height: number;
  };
  /**
   * Steps and lines that the note is about
   *
   * @maxItems 500
   */
  about?: Id[];
  /**
   * Absent: paper
   */
  colour?: "grey" | "blue" | "teal" | "amber" | "purple" | "pink";
  /**
   * Also shown with the tasks of the steps that it is about
   */
  inTasks?: boolean;
}
/**
 * Top left corner on the canvas, in pixels, relative to the container.
 */
export interface Position1 {
  x: number;
  y: number;
}
/**
 * A frame around steps that belong together.
 */
export interface DrawingGroup {
  id: Id;
  name?: string;
  /**
   * The steps that belong to it; the frame is drawn around them and moves with them. Absent: whatever stands inside the frame
   *
   * @maxItems 5000
   */
  nodes?: Id[];
  /**
   * Absent: grey
   */
  colour?: "grey" | "blue" | "teal" | "amber" | "purple" | "pink";
  /**
   * Drawn as one card instead of its steps
   */
  collapsed?: boolean;
  in?: Id12;
  position?: Position2;
  size?: {
    width: number;
    height: number;
  };
}
/**
 * Top left corner on the canvas, in pixels, relative to the container.
 */
export interface Position2 {
  x: number;
  y: number;
}
/**
 * A lane: which steps lie in it. Who does them is said by the steps.
 */
export interface DrawingLane {
  id: Id;
  name?: string;
  parent?: Id13;
  role?: Id14;
  in?: Id15;
  /**
   * @maxItems 5000
   */
  nodes: Id[];
  position?: Position3;
  size?: {
    width: number;
    height: number;
  };
}
/**
 * Top left corner on the canvas, in pixels, relative to the container.
 */
export interface Position3 {
  x: number;
  y: number;
}
/**
 * The points of a line, ends included.
 */
export interface DrawingLine {
  edge: Id;
  /**
   * @minItems 2
   * @maxItems 500
   */
  points: Position[];
}
/**
 * The size of a step that is drawn in another size than usual, and the place of its name.
 */
export interface DrawingShape {
  node: Id16;
  size?: {
    width: number;
    height: number;
  };
  /**
   * Where its name stands
   */
  name?: {
    position: Position4;
    size: {
      width: number;
      height: number;
    };
  };
}
/**
 * Top left corner on the canvas, in pixels, relative to the container.
 */
export interface Position4 {
  x: number;
  y: number;
}
/**
 * An element with all that is in it. In the namespace of BPMN it belongs into its owner, else into the extensions of it.
 */
export interface KeptElement {
  of?: Id17;
  /**
   * Where it belongs without an owner; absent: the process
   */
  at?: "process" | "file" | "collaboration" | "diagram";
  /**
   * Well-formed alone: it declares its namespaces
   */
  xml: string;
}
/**
 * An attribute of the owner's element.
 */
export interface KeptAttribute {
  of?: Id;
  at?: "process" | "file" | "collaboration" | "diagram";
  /**
   * As written, with its prefix
   */
  attribute: string;
  /**
   * What the prefix stands for; absent without prefix
   */
  namespace?: string;
  value: string;
}
export interface KeptScenario {
  schema: "flowright/scenario/v1";
  id: Id18;
  name: LocalizedText;
  [k: string]: unknown;
}
