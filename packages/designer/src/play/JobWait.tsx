import type { ServiceTask } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { quietLine } from "../diagram/words/quiet-line.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { sampleAnswer } from "./model/sample-answer.ts";
import { STARTER, type Trial, type TrialWait } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

/** A call of a system in a trial: what it would send, and a made-up answer or failure. */
export function JobWait({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: Extract<TrialWait, { kind: "job" }>;
  readonly node: ServiceTask;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const systems = useDesigner((state) => state.systems);
  const [answer, setAnswer] = useState<JsonObject>(() => {
    const operation = systems
      .find(({ id }) => id === node.call?.system)
      ?.operations.find(({ id }) => id === node.call?.operation);
    const names = operation?.results.map(({ name }) => name) ?? [];
    return sampleAnswer(trial.definition, node.output ?? [], "result", names, STARTER, trial.now);
  });
  const [code, setCode] = useState("");
  const { job, input } = wait.job;
  return (
    <>
      <p className="fw-wait-quiet">{quietLine(node, lexicon)}</p>
      {Object.keys(input).length > 0 && (
        <details className="fw-wait-sent">
          <summary>{t("sends")}</summary>
          <pre>{JSON.stringify(input, null, 2)}</pre>
        </details>
      )}
      <ValuesEditor label={t("answerWith")} values={answer} onChange={setAnswer} />
      <label className="fw-value">
        <span>{t("failCode")}</span>
        <input type="text" value={code} onChange={(event) => setCode(event.target.value)} />
      </label>
      <div className="fw-wait-actions">
        <button
          type="button"
          className="fw-button fw-outlined"
          onClick={() =>
            act(
              { kind: "job.fail", job, message: t("failed", { name: "" }), ...(code ? { code } : {}) },
              wait,
            )
          }
        >
          {t("fail")}
        </button>
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() => act({ kind: "job.complete", job, result: answer }, wait)}
        >
          {t("answer")}
        </button>
      </div>
    </>
  );
}
