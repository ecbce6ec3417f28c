import type { CallActivity } from "@flowright/definition";
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

/** A flow that a trial calls: what it would start with, and the made-up case data that it ends with. */
export function CallWait({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: Extract<TrialWait, { kind: "call" }>;
  readonly node: CallActivity;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const flows = useDesigner((state) => state.flows);
  const [answer, setAnswer] = useState<JsonObject>(() => {
    const fields = flows?.find(({ id }) => id === node.process)?.fields ?? {};
    return sampleAnswer(
      trial.definition,
      node.output ?? [],
      "result",
      Object.keys(fields),
      STARTER,
      trial.now,
    );
  });
  const { call, variables } = wait.call;
  return (
    <>
      <p className="fw-wait-quiet">{quietLine(node, lexicon)}</p>
      {Object.keys(variables).length > 0 && (
        <details className="fw-wait-sent">
          <summary>{t("sends")}</summary>
          <pre>{JSON.stringify(variables, null, 2)}</pre>
        </details>
      )}
      <ValuesEditor label={t("endsWith")} values={answer} onChange={setAnswer} />
      <div className="fw-wait-actions">
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() => act({ kind: "call.complete", call, result: answer }, wait)}
        >
          {t("flowEnds")}
        </button>
      </div>
    </>
  );
}
