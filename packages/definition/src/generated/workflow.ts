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
  | ReceiveTask
  | ExclusiveGateway
  | ParallelGateway
  | EventBasedGateway
  | IntermediateCatchEvent
  | BoundaryEvent
  | SubProcess;
/**
 * What starts the process or scope.
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
    };
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
    };
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
 * When a step is due: a duration after it opens, or the date in a field. Clock time.
 */
export type Deadline =
  | {
      type: "duration";
      duration: DurationSource;
    }
  | {
      type: "field";
      field: string;
    };
/**
 * An ISO 8601 duration such as PT4H or P7D, or FEEL after a leading '='.
 */
export type DurationSource = string;
/**
 * What an intermediate event waits for.
 */
export type CatchEvent =
  | Timer
  | {
      type: "message";
      message: MessageReference;
    };
/**
 * Exactly one of a duration or a date.
 */
export type Timer =
  | {
      type: "timer";
      duration: DurationSource;
    }
  | {
      type: "timer";
      date: InstantSource;
    };
/**
 * An ISO 8601 date or date-time, or FEEL after a leading '='.
 */
export type InstantSource = string;
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
    };

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
}
