import type {
  BilingualText,
  DecisionTable,
  LocalizedText,
  Who,
  WorkflowDefinition,
} from "@flowright/definition";

export const TEMPLATE_SCHEMA = "flowright/template/v1";

/** Groups of the gallery, in its order. */
export const CATEGORIES = ["after-sales", "goods", "promotion", "orders", "approval", "other"] as const;

export type Category = (typeof CATEGORIES)[number];

/** A flow to begin with, and what is asked for when somebody does. */
export interface FlowTemplate {
  readonly schema: typeof TEMPLATE_SCHEMA;
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly category: Category;
  /** Other words that it is found by. */
  readonly keywords?: readonly string[] | undefined;
  readonly parameters: readonly TemplateParameter[];
  readonly definition: WorkflowDefinition;
  /** What the flow names and a workspace may lack. */
  readonly brings?: BroughtToWorkspace | undefined;
}

/** Called flows (each after those that it calls), decision tables and systems that a flow cannot do without. */
export interface BroughtToWorkspace {
  readonly flows?: readonly WorkflowDefinition[] | undefined;
  readonly decisions?:
    | readonly (DecisionTable & { readonly id: string; readonly name: LocalizedText })[]
    | undefined;
  readonly systems?: readonly TemplateSystem[] | undefined;
}

/** A system with what can be done with it; its address belongs to the workspace. */
export interface TemplateSystem {
  readonly id: string;
  readonly name: LocalizedText;
  readonly secretHeader?: string | null | undefined;
  readonly operations: readonly { readonly id: string; readonly [setting: string]: unknown }[];
}

/**
 * Where a value goes. `at` is a JSON Pointer into the definition; its segment `@id` is the step, line, form, role or
 * list entry with that id. With `text` or `feel` the value at that place is made from this pattern, in which `«id»`
 * stands for the value of a parameter; without either it is the value itself.
 */
export interface TemplatePlace {
  readonly at: string;
  readonly text?: string | undefined;
  readonly feel?: string | undefined;
}

interface ParameterBase {
  readonly id: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText | undefined;
  readonly places: readonly TemplatePlace[];
  /** The value must be greater than that of this other parameter of the same kind. */
  readonly moreThan?: string | undefined;
}

interface MoneyParameter extends ParameterBase {
  readonly type: "money";
  readonly currency: string;
  readonly default: string;
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

interface NumberParameter extends ParameterBase {
  readonly type: "number";
  readonly default: number;
  readonly whole?: boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** ISO 8601 in days, hours and minutes. */
interface DurationParameter extends ParameterBase {
  readonly type: "duration";
  readonly default: string;
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

interface TextParameter extends ParameterBase {
  readonly type: "text";
  readonly default: string;
  readonly maxLength?: number | undefined;
}

interface WhoParameter extends ParameterBase {
  readonly type: "who";
  readonly default: Who;
}

export type TemplateParameter =
  | MoneyParameter
  | NumberParameter
  | DurationParameter
  | TextParameter
  | WhoParameter;

export type TemplateValue = string | number | Who;

/** Values by the ids of the parameters; where one is absent its default counts. */
export type TemplateValues = { readonly [parameter: string]: TemplateValue | undefined };

/** What is wrong with a value. */
export interface ValueFault {
  readonly parameter: string;
  readonly message: BilingualText;
}
