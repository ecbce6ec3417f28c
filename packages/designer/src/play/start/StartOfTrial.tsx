import type { StartEvent } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { TaskForm, type TaskFormProps } from "@flowright/forms/react";
import type { ScenarioStart } from "@flowright/scenarios/stage";
import { useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { STARTER } from "../model/made-up-people.ts";
import { sampleAnswer } from "../model/sample-answer.ts";
import { sampleValues } from "../model/sample-value.ts";
import { nowIn, type Session } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";
import { ValuesEditor } from "../wait/ValuesEditor.tsx";

/** Id of the form that starts a trial, for its key. */
export const START_FORM = "fw-play-start";

/** Where a trial begins: which start, with which made-up data. */
export function StartOfTrial({
  session,
  act,
}: {
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const starts = session.definition.nodes.filter((node): node is StartEvent => node.kind === "start");
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
      <StartData key={start.id} start={start} session={session} act={act} />
    </>
  );
}

function StartData({
  start,
  session,
  act,
}: {
  readonly start: StartEvent;
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const { definition } = session;
  const now = nowIn(session);
  const fields = definition.variables?.properties ?? {};
  const { trigger } = start;
  const heard =
    trigger?.type === "message" ? trigger.message : trigger?.type === "signal" ? trigger.signal : null;
  const form = definition.forms?.find(({ id }) => id === start.form);
  const [values, setValues] = useState<JsonObject>(() => {
    if (heard)
      return sampleAnswer(
        definition,
        heard.output ?? [],
        trigger?.type === "signal" ? "signal" : "message",
        [],
        STARTER,
        now,
      );
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
      id={START_FORM}
      onSubmit={(event) => {
        event.preventDefault();
        act({ kind: "start", start: startBy(start, values) });
      }}
    >
      {trigger?.type === "timer" ? (
        <p className="fw-wait-quiet">{t("startsByClock")}</p>
      ) : heard ? (
        <ValuesEditor label={t("startMessage", { name: heard.name })} values={values} onChange={setValues} />
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

/** The start that is meant, as a scenario says it. */
function startBy({ trigger }: StartEvent, values: JsonObject): ScenarioStart {
  switch (trigger?.type) {
    case "message":
      return { kind: "message", name: trigger.message.name, data: values };
    case "signal":
      return { kind: "signal", name: trigger.signal.name, data: values };
    case "timer":
      return { kind: "timer" };
    default:
      return { kind: "by-hand", by: STARTER, variables: values };
  }
}
