import type { CaseData } from "@flowright/definition";
import { createContext, type ReactNode, useContext } from "react";
import type { JsonObject } from "../value/json.ts";
import type { FormLanguage } from "./form-language.ts";
import type { FormTranslate } from "./form-texts.ts";
import type { WidgetProps } from "./widget/widget-props.ts";

/** Someone who can be chosen in a person field. */
export interface FormPerson {
  readonly user: string;
  readonly name: string;
}

/** What is known of an uploaded file. */
export interface FormFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType?: string | undefined;
  readonly size?: number | undefined;
}

/** Uploads a file and answers with its id; `onProgress` takes a fraction of 1. */
export type UploadFile = (file: File, onProgress: (fraction: number) => void) => Promise<FormFile>;

export interface FormContextValue {
  readonly language: FormLanguage;
  readonly t: FormTranslate;
  readonly schema: CaseData;
  readonly values: JsonObject;
  readonly now: string;
  readonly people: readonly FormPerson[];
  readonly readOnly: boolean;
  readonly upload: UploadFile | undefined;
  readonly fileUrl: ((id: string) => string) | undefined;
  readonly fileOf: (id: string) => FormFile | undefined;
  readonly rememberFile: (file: FormFile) => void;
  /** The control of any field, for controls that hold others. */
  readonly Widget: (props: WidgetProps) => ReactNode;
  /** Sentences about the value at exactly this JSON Pointer. */
  readonly sentencesAt: (pointer: string) => readonly string[];
  /** Sentences about this JSON Pointer and everything below it. */
  readonly sentencesBelow: (pointer: string) => readonly string[];
  /** The id of the control at a JSON Pointer, which the error summary leads to. */
  readonly idOf: (pointer: string) => string;
}

const FormContext = createContext<FormContextValue | null>(null);

export const FormContextProvider = FormContext.Provider;

export function useForm(): FormContextValue {
  const context = useContext(FormContext);
  if (!context) throw new Error("useForm outside of <TaskForm/>");
  return context;
}
