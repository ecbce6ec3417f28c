import type { Node } from "@flowright/definition";
import type { Command, JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { sampleAnswer } from "./model/sample-answer.ts";
import { STARTER, type Trial, type TrialWait } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

type DeliveredWait = Extract<TrialWait, { kind: "message" | "signal" }>;

/** A message or signal that a trial waits for, with made-up content. */
export function MessageWait({
  wait,
  node,
  trial,
  act,
}: {
  readonly wait: DeliveredWait;
  readonly node: Node;
  readonly trial: Trial;
  readonly act: TrialControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const [data, setData] = useState<JsonObject>(() =>
    sampleAnswer(trial.definition, mappingsOf(node), wait.kind, [], STARTER, trial.now),
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
          onClick={() => act(delivered(wait, data), wait)}
        >
          {t("send")}
        </button>
      </div>
    </>
  );
}

function delivered({ kind, subscription, name, key }: DeliveredWait, data: JsonObject): Command {
  const id = `trial-${subscription}`;
  return kind === "signal"
    ? { kind: "signal.deliver", subscription, signal: { name, id, data } }
    : { kind: "message.deliver", subscription, message: { name, key, id, data } };
}

function mappingsOf(node: Node) {
  if (node.kind === "receiveTask") return node.message.output ?? [];
  const event = node.kind === "start" ? node.trigger : "event" in node ? node.event : undefined;
  if (event?.type === "message" && "output" in event.message) return event.message.output ?? [];
  if (event?.type === "signal" && "output" in event.signal) return event.signal.output ?? [];
  return [];
}
