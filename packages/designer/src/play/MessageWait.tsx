import type { Node } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { sampleAnswer } from "./model/sample-answer.ts";
import { STARTER, type Trial, type TrialWait } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

/** A message that a trial waits for, with made-up content. */
export function MessageWait({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: Extract<TrialWait, { kind: "message" }>;
  readonly node: Node;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const [data, setData] = useState<JsonObject>(() =>
    sampleAnswer(trial.definition, mappingsOf(node), "message", [], STARTER, trial.now),
  );
  return (
    <>
      <p className="fw-wait-quiet">
        {wait.name}
        {wait.key === null ? "" : ` · ${wait.key}`}
      </p>
      <ValuesEditor label={t("messageWith")} values={data} onChange={setData} />
      <div className="fw-wait-actions">
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() =>
            act(
              {
                kind: "message.deliver",
                subscription: wait.subscription,
                message: {
                  name: wait.name,
                  key: wait.key,
                  id: `trial-${wait.subscription}`,
                  data,
                },
              },
              wait,
            )
          }
        >
          {t("send")}
        </button>
      </div>
    </>
  );
}

function mappingsOf(node: Node) {
  if (node.kind === "receiveTask") return node.message.output ?? [];
  if ((node.kind === "catch" || node.kind === "boundary") && node.event.type === "message") {
    return node.event.message.output ?? [];
  }
  return [];
}
