import type { StartEvent } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { TaskForm, type TaskFormProps } from "@flowright/forms/react";
import { useState } from "react";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { sampleAnswer } from "./model/sample-answer.ts";
import { sampleValues } from "./model/sample-value.ts";
import { STARTER, type Trial } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

/** Where a trial begins: which start, with which made-up data. */
export function StartOfTrial({ trial, act }: { readonly trial: Trial; readonly act: TrialControls["act"] }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const starts = trial.definition.nodes.filter((node): node is StartEvent => node.kind === "start");
  // A form is the more telling start; a message is the other.
  const [chosen, setChosen] = useState(
    () => starts.find((start) => start.form !== undefined)?.id ?? starts[0]?.id,
  );
  const start = starts.find(({ id }) => id === chosen);
  if (!start) return <p className="fw-play-empty">{t("noStart")}</p>;
  return (
    <>
      {starts.length > 1 && (
        <label className="fw-value">
          <span>{t("startWith")}</span>
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {starts.map((each) => (
              <option key={each.id} value={each.id}>
                {stepName(each, lexicon)}
              </option>
            ))}
          </select>
        </label>
      )}
      <StartData key={start.id} start={start} trial={trial} act={act} />
    </>
  );
}

function StartData({
  start,
  trial,
  act,
}: {
  readonly start: StartEvent;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const { definition, now } = trial;
  const fields = definition.variables?.properties ?? {};
  const message = start.trigger?.type === "message" ? start.trigger.message : null;
  const form = definition.forms?.find(({ id }) => id === start.form);
  const [values, setValues] = useState<JsonObject>(() => {
    if (message) return sampleAnswer(definition, message.output ?? [], "message", [], STARTER, now);
    const onForm =
      form &&
      new Set(form.sections.flatMap((section) => section.fields.map(({ field }) => field.split(".")[0])));
    // Without a form every field with a default or an example is filled, so that conditions have something to read.
    const wanted = Object.entries(fields).filter(([name, field]) =>
      onForm ? onForm.has(name) : field.readOnly !== true,
    );
    return sampleValues(Object.fromEntries(wanted), STARTER, now);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (message) {
          act(
            {
              kind: "instance.start",
              variables: {},
              by: null,
              start: {
                node: start.id,
                message: { name: message.name, key: null, id: "trial-1", data: values },
              },
            },
            null,
          );
        } else act({ kind: "instance.start", variables: values, by: STARTER }, null);
      }}
    >
      {message ? (
        <ValuesEditor
          label={t("startMessage", { name: message.name })}
          values={values}
          onChange={setValues}
        />
      ) : form ? (
        <TaskForm
          form={form}
          schema={definition.variables ?? { type: "object", properties: {} }}
          value={values as TaskFormProps["value"]}
          onChange={setValues}
          language={language}
          people={[{ user: STARTER, name: STARTER }]}
        />
      ) : (
        <ValuesEditor label={t("data")} values={values} onChange={setValues} />
      )}
      <button type="submit" className="fw-button fw-primary fw-play-go">
        {t("start")}
      </button>
    </form>
  );
}
