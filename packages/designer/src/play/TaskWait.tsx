import type { Node } from "@flowright/definition";
import { type JsonObject, variablesOf } from "@flowright/engine";
import { checkForm } from "@flowright/forms";
import { TaskForm, type TaskFormProps } from "@flowright/forms/react";
import { useState } from "react";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { sampleValue } from "./model/sample-value.ts";
import { doerOf, STARTER, type Trial, type TrialWait } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";

/** A task in a trial: its form with made-up data, its checklist, and its outcomes. */
export function TaskWait({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: Extract<TrialWait, { kind: "task" }>;
  readonly node: Node;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const lexicon = useLexicon();
  const { definition, now } = trial;
  const form = definition.forms?.find(({ id }) => id === wait.task.form);
  const schema = definition.variables ?? { type: "object" as const, properties: {} };
  const variables = trial.state ? variablesOf(trial.state) : {};
  const [values, setValues] = useState<JsonObject>(() => filled());
  const [comment, setComment] = useState("");
  const [checked, setChecked] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<ReturnType<typeof checkForm>["problems"]>([]);
  const checklist = (node.kind === "userTask" || node.kind === "approval" ? node.checklist : undefined) ?? [];
  const who = doerOf(trial, wait.task);

  /** What the form edits and the case does not have yet, made up. */
  function filled(): JsonObject {
    const made: Record<string, JsonObject[string]> = {};
    for (const { field, mode } of form?.sections.flatMap(({ fields }) => fields) ?? []) {
      const own = schema.properties[field];
      if (!own || (mode ?? "edit") !== "edit") continue;
      made[field] = variables[field] ?? sampleValue(own, field, STARTER, now);
    }
    return made;
  }

  const finish = (outcome?: "approved" | "rejected") => {
    let data: JsonObject = {};
    if (form) {
      const result = checkForm({ form, schema, data: values, variables, now, stage: "complete" });
      setProblems(result.problems);
      if (result.problems.length > 0) return;
      data = result.data;
    }
    act(
      {
        kind: "task.complete",
        task: wait.task.task,
        by: who,
        data,
        ...(outcome ? { outcome } : {}),
        ...(comment ? { comment } : {}),
        checked: [...checked],
      },
      null,
    );
  };

  return (
    <>
      <p className="fw-wait-quiet">
        {t("by", { who: wait.task.candidates.roles[0] ? lexicon.role(who) : who })}
      </p>
      {form && (
        <TaskForm
          form={form}
          schema={schema}
          value={values as TaskFormProps["value"]}
          onChange={setValues}
          variables={variables as NonNullable<TaskFormProps["variables"]>}
          problems={problems}
          language={language}
          people={[{ user: STARTER, name: STARTER }]}
        />
      )}
      {checklist.length > 0 && (
        <fieldset className="fw-values">
          <legend>{t("checklist")}</legend>
          {checklist.map((item) => (
            <label key={item.id} className="fw-check">
              <input
                type="checkbox"
                checked={checked.includes(item.id)}
                onChange={(event) =>
                  setChecked(
                    event.target.checked ? [...checked, item.id] : checked.filter((id) => id !== item.id),
                  )
                }
              />
              <span>{lexicon.text(item.text)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {wait.task.type === "approval" && (
        <label className="fw-value">
          <span>{t("comment")}</span>
          <input type="text" value={comment} onChange={(event) => setComment(event.target.value)} />
        </label>
      )}
      <div className="fw-wait-actions">
        {wait.task.type === "approval" ? (
          <>
            <button type="button" className="fw-button fw-outlined" onClick={() => finish("rejected")}>
              {t("reject")}
            </button>
            <button type="button" className="fw-button fw-primary" onClick={() => finish("approved")}>
              {t("approve")}
            </button>
          </>
        ) : (
          <button type="button" className="fw-button fw-primary" onClick={() => finish()}>
            {t("complete")}
          </button>
        )}
      </div>
    </>
  );
}
