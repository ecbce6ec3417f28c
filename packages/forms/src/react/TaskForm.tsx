import { type CaseData, type Form, textOf } from "@flowright/definition";
import { useCallback, useId, useMemo, useState } from "react";
import { formView } from "../form/form-view.ts";
import type { GivenJsonObject, Json, JsonObject } from "../value/json.ts";
import { withValueAt } from "../value/value-at.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { FormSection } from "./FormSection.tsx";
import {
  FormContextProvider,
  type FormContextValue,
  type FormFile,
  type FormPerson,
  type UploadFile,
} from "./form-context.ts";
import type { FormLanguage } from "./form-language.ts";
import type { FormProblemItem } from "./form-problem-item.ts";
import { formTexts } from "./form-texts.ts";
import { pointerOf } from "./pointer-of.ts";
import { useFormProblems } from "./use-form-problems.ts";
import { Widget } from "./widget/Widget.tsx";

export interface TaskFormProps {
  readonly form: Form;
  /** The case's fields. */
  readonly schema: CaseData;
  /** What the person filled in so far, by case field; may hold the case's other values too. */
  readonly value: GivenJsonObject;
  readonly onChange?: ((value: JsonObject) => void) | undefined;
  /** The case as it is stored: shown in read fields, and in edit fields until something is filled in. */
  readonly variables?: GivenJsonObject | undefined;
  /** Problems to show, as `checkForm` or the API gives them. */
  readonly problems?: readonly FormProblemItem[] | undefined;
  readonly language?: FormLanguage | undefined;
  /** Absent: the host page's colour scheme. */
  readonly theme?: "light" | "dark" | undefined;
  readonly people?: readonly FormPerson[] | undefined;
  readonly upload?: UploadFile | undefined;
  readonly fileUrl?: ((id: string) => string) | undefined;
  /** Names of files that are in the case already. */
  readonly files?: readonly FormFile[] | undefined;
  readonly readOnly?: boolean | undefined;
}

const NO_VALUES: JsonObject = {};
const NO_PROBLEMS: readonly FormProblemItem[] = [];
const NO_PEOPLE: readonly FormPerson[] = [];

/**
 * A step's form: sections of fields, each as the form says (edit or read), in one language. It keeps nothing:
 * `onChange` gets the whole next value. Problems stand at their field and in a summary that leads there.
 */
export function TaskForm(props: TaskFormProps) {
  const { form, schema, onChange, language = "en", theme, readOnly = false } = props;
  const value = props.value as JsonObject;
  const variables = (props.variables as JsonObject | undefined) ?? NO_VALUES;
  const t = useMemo(() => formTexts(language), [language]);
  const prefix = useId();
  const [now] = useState(() => new Date().toISOString());
  const input = useMemo(
    () => ({ form, schema, data: value, variables, now }),
    [form, schema, value, variables, now],
  );
  const view = useMemo(() => formView(input), [input]);
  const { problems, changed, left } = useFormProblems(input, props.problems ?? NO_PROBLEMS);
  const { fileOf, rememberFile } = useKnownFiles(props.files);

  const change = useCallback(
    (path: string, next: Json) => {
      changed(pointerOf(path));
      onChange?.(withValueAt(value, path, next));
    },
    [changed, onChange, value],
  );
  const context = useMemo<FormContextValue>(
    () => ({
      language,
      t,
      schema,
      values: view.values,
      now,
      people: props.people ?? NO_PEOPLE,
      readOnly,
      upload: props.upload,
      fileUrl: props.fileUrl,
      fileOf,
      rememberFile,
      Widget,
      sentencesAt: (pointer) => sentences(problems, language, (path) => path === pointer),
      sentencesBelow: (pointer) =>
        sentences(problems, language, (path) => path === pointer || path.startsWith(`${pointer}/`)),
      idOf: (pointer) => `${prefix}${pointer.replaceAll("/", "-")}`,
    }),
    [
      language,
      t,
      schema,
      view.values,
      now,
      props.people,
      readOnly,
      props.upload,
      props.fileUrl,
      fileOf,
      rememberFile,
      problems,
      prefix,
    ],
  );
  const description = textOf(form.description, language);
  return (
    <FormContextProvider value={context}>
      <div className="fw-form" lang={language} style={theme ? { colorScheme: theme } : undefined}>
        {!readOnly && problems.length > 0 && <ErrorSummary problems={problems} />}
        {description && <p className="fw-form-description">{description}</p>}
        {view.sections.map((section, index) => (
          <FormSection
            // biome-ignore lint/suspicious/noArrayIndexKey: a section has no name of its own, and they do not move here.
            key={index}
            title={textOf(section.title, language)}
            fields={section.fields}
            onChange={change}
            onLeave={left}
          />
        ))}
      </div>
    </FormContextProvider>
  );
}

function sentences(
  problems: readonly FormProblemItem[],
  language: FormLanguage,
  holds: (path: string) => boolean,
): readonly string[] {
  return problems.filter((problem) => holds(problem.path)).map((problem) => problem.message[language]);
}

function useKnownFiles(given: readonly FormFile[] | undefined) {
  const [uploaded, setUploaded] = useState<ReadonlyMap<string, FormFile>>(new Map());
  const rememberFile = useCallback(
    (file: FormFile) => setUploaded((old) => new Map(old).set(file.id, file)),
    [],
  );
  const fileOf = useCallback(
    (id: string) => uploaded.get(id) ?? given?.find((file) => file.id === id),
    [uploaded, given],
  );
  return { fileOf, rememberFile };
}
