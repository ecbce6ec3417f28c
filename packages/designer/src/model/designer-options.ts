import type {
  BilingualText,
  DecisionTable,
  Field,
  LocalizedText,
  Problem,
  WorkflowDefinition,
} from "@flowright/definition";
import type { KeptStepTemplate, StepTemplate } from "@flowright/templates";
import type { Messages } from "../texts/messages.ts";

export type Language = "en" | "zh-CN";

/** A person who can be chosen in "who". */
export interface PersonChoice {
  /** User name: stable, used in definitions. */
  readonly user: string;
  readonly name: string;
}

/** A role of the workspace. */
export interface RoleChoice {
  readonly id: string;
  readonly name: LocalizedText;
}

/** A system entered under Admin, with what it can do. */
export interface SystemChoice {
  readonly id: string;
  readonly name: LocalizedText;
  readonly operations: readonly OperationChoice[];
}

/** A flow of the workspace that another one can call. */
export interface FlowChoice {
  readonly id: string;
  readonly name: LocalizedText;
  /** Published version numbers. */
  readonly versions?: readonly number[] | undefined;
  /** Its case data: what it can be started with and what it gives back. */
  readonly fields?: { readonly [name: string]: Field } | undefined;
}

/** A decision of the workspace. */
export interface DecisionChoice {
  readonly id: string;
  readonly name: LocalizedText;
  readonly versions?: readonly number[] | undefined;
  /** Its rules, so that play can ask it. */
  readonly table?: DecisionTable | undefined;
  /** What it gives, by name. */
  readonly results?: { readonly [name: string]: Field } | undefined;
}

export interface OperationChoice {
  readonly id: string;
  readonly name: LocalizedText;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly title?: LocalizedText | undefined;
    readonly in?: "path" | "query" | "body" | undefined;
    readonly type?: string | undefined;
    readonly required?: boolean | undefined;
  }[];
  readonly results: readonly {
    readonly name: string;
    readonly title?: LocalizedText | undefined;
    readonly type?: string | undefined;
  }[];
}

/** The call as sent and the answer as received; secrets are masked before they come here. */
export interface CallTrial {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: { readonly [name: string]: string };
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: { readonly [name: string]: string };
    readonly body: string;
  } | null;
  readonly error: { readonly code: string; readonly message: BilingualText } | null;
  readonly milliseconds: number;
}

/** Calls an operation once with made-up input, before publishing. */
export type TryCallHandler = (
  system: string,
  operation: string,
  input: { readonly [name: string]: unknown },
) => Promise<CallTrial>;

/**
 * Keeps a step template: a new one (`replaces` null), or the next version of the one with this version. Done means kept,
 * and the page gives the new list of templates; else it throws, and the error's message is shown.
 */
export type SaveStepTemplateHandler = (content: StepTemplate, replaces: number | null) => Promise<void>;

/** What the designer works with; the hosting page gives it. */
export interface DesignerOptions {
  readonly definition: WorkflowDefinition;
  readonly readOnly?: boolean | undefined;
  readonly language?: Language | undefined;
  readonly people?: readonly PersonChoice[] | undefined;
  readonly roles?: readonly RoleChoice[] | undefined;
  readonly systems?: readonly SystemChoice[] | undefined;
  /** Left out: whether a called flow exists is not checked, and its id is typed. */
  readonly flows?: readonly FlowChoice[] | undefined;
  readonly decisions?: readonly DecisionChoice[] | undefined;
  readonly onTryCall?: TryCallHandler | undefined;
  /** Configured steps to take from the palette. */
  readonly stepTemplates?: readonly KeptStepTemplate[] | undefined;
  readonly onSaveStepTemplate?: SaveStepTemplateHandler | undefined;
  /** Texts in the place of the designer's own, by `catalogue.key`. */
  readonly messages?: Messages | null | undefined;
  /** Problems found by the hosting page, shown with the designer's own. */
  readonly extraProblems?: readonly Problem[] | undefined;
}
