import type { JsonObject, TaskDetail } from "@flowright/client";
import type { Form } from "@flowright/definition";
import { type FormProblemItem, TaskForm } from "@flowright/forms/react";
import "@flowright/forms/style.css";
import { useCallback } from "react";
import { useFileAddress } from "../../cases/talk/file-address.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePeople } from "../../parts/use-people.ts";
import { api } from "../../session/api.ts";
import { useScheme } from "../../theme/use-scheme.ts";

interface StepFormProps {
  readonly task: TaskDetail;
  readonly form: Form;
  readonly data: JsonObject;
  readonly problems: readonly FormProblemItem[];
  readonly readOnly: boolean;
  onChange(data: JsonObject): void;
  /** Told +1 when a file begins to be uploaded and -1 when that has ended, well or not. */
  onUploading(change: 1 | -1): void;
}

/** The form of a step, with the people and files of its case. */
export function StepForm({ task, form, data, problems, readOnly, onChange, onUploading }: StepFormProps) {
  const language = useLanguage();
  const theme = useScheme();
  const people = usePeople();
  const fileUrl = useFileAddress();
  const { instanceId } = task;
  const upload = useCallback(
    async (file: File, onProgress: (share: number) => void) => {
      onUploading(1);
      try {
        return await api().files.upload(file, { instanceId, onProgress });
      } finally {
        onUploading(-1);
      }
    },
    [instanceId, onUploading],
  );
  return (
    <TaskForm
      form={form}
      schema={task.schema}
      value={data}
      onChange={onChange}
      variables={task.variables}
      problems={problems}
      language={language}
      theme={theme}
      people={people}
      files={task.files}
      upload={upload}
      fileUrl={fileUrl}
      readOnly={readOnly}
    />
  );
}
