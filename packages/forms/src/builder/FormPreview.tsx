import type { CaseData, Form } from "@flowright/definition";
import { useMemo, useState } from "react";
import { TaskForm } from "../react/TaskForm.tsx";
import type { JsonObject } from "../value/json.ts";
import { useBuilder } from "./builder-context.ts";
import { sampleValues } from "./sample-values.ts";

const SAMPLE_PEOPLE = [
  { user: "lin", name: "Lin 林" },
  { user: "wang", name: "Wang 王" },
];

/** The form as a person will meet it; what is tried here goes nowhere. */
export function FormPreview({ form, schema }: { form: Form; schema: CaseData }) {
  const { t, language } = useBuilder();
  const [phone, setPhone] = useState(false);
  const [value, setValue] = useState<JsonObject>({});
  const samples = useMemo(() => sampleValues(form, schema), [form, schema]);
  return (
    <section className="fw-builder-preview" aria-label={t("preview")}>
      <div className="fw-builder-tabs">
        <strong>{t("preview")}</strong>
        {([false, true] as const).map((each) => (
          <button
            key={String(each)}
            type="button"
            className="fw-form-button"
            aria-pressed={phone === each}
            onClick={() => setPhone(each)}
          >
            {t(each ? "phone" : "desktop")}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by the keyboard. */}
      <div className="fw-builder-frame" data-phone={phone || undefined} tabIndex={0}>
        <TaskForm
          form={form}
          schema={schema}
          value={value}
          variables={samples}
          onChange={setValue}
          language={language}
          people={SAMPLE_PEOPLE}
          upload={(file) =>
            Promise.resolve({ id: `preview-${file.size}`, name: file.name, mediaType: file.type })
          }
        />
      </div>
    </section>
  );
}
