import type { Problem } from "@flowright/definition";
import { useState } from "react";
import { checkForm } from "../../src/form/check-form.ts";
import { TaskForm } from "../../src/react/TaskForm.tsx";
import type { JsonObject } from "../../src/value/json.ts";
import { sample } from "./sample-definition.ts";

const PEOPLE = [
  { user: "lin", name: "林晓" },
  { user: "wang", name: "王磊" },
  { user: "zhao", name: "赵敏" },
];

const CASE: JsonObject = {
  orderNo: "TB-2026-1124-001",
  paid: "12880.50",
  requestedAt: "2026-11-20T08:30:00Z",
  items: [
    { sku: "MUG-RED", qty: 2 },
    { sku: "MUG-BLUE", qty: 1 },
  ],
};

const PICTURE =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><rect width='1' height='1' fill='teal'/></svg>";

/** The form with the checks of its server, as a host page would use it. */
export function FormPage({ language, readOnly }: { language: "en" | "zh-CN"; readOnly: boolean }) {
  const [value, setValue] = useState<JsonObject>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState("");
  const form = sample.forms[0];
  const [fails, setFails] = useState(1);
  if (!form) return null;
  const complete = () => {
    const checked = checkForm({
      form,
      schema: sample.variables,
      data: value,
      variables: CASE,
      now: new Date().toISOString(),
      stage: "complete",
    });
    setProblems(checked.problems);
    setDone(checked.problems.length === 0 ? JSON.stringify(checked.data) : "");
  };
  return (
    <div style={{ maxWidth: 760, margin: "0 auto" }}>
      <TaskForm
        form={form}
        schema={sample.variables}
        variables={CASE}
        value={value}
        onChange={setValue}
        problems={problems}
        language={language}
        people={PEOPLE}
        readOnly={readOnly}
        fileUrl={() => PICTURE}
        upload={async (file, onProgress) => {
          onProgress(0.5);
          if (file.name.startsWith("fails") && fails > 0) {
            setFails(fails - 1);
            throw new Error("no connection");
          }
          return { id: `file-${file.name.length}-${file.size}`, name: file.name, mediaType: file.type };
        }}
      />
      <p>
        <button type="button" onClick={complete}>
          Complete
        </button>
      </p>
      <output aria-label="Result">{done}</output>
    </div>
  );
}
