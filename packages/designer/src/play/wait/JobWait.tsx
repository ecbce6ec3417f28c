import type { Node } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { quietLine } from "../../diagram/words/quiet-line.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { callEnded, callFailed, jobAnswered, jobFailed } from "../model/acts.ts";
import { sampleForWait } from "../model/sample-for-wait.ts";
import type { Session } from "../model/session.ts";
import type { PlayWait } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";
import { useResultNames } from "../use-running.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

/** A system or another flow that is called in a trial: what it would get, and a made-up answer or failure. */
export function JobWait({
  wait,
  node,
  session,
  act,
}: {
  readonly wait: Extract<PlayWait, { kind: "job" | "call" }>;
  readonly node: Node;
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const namesOf = useResultNames();
  const [answer, setAnswer] = useState<JsonObject>(() => sampleForWait(session, wait, namesOf));
  const [code, setCode] = useState("");
  const called = wait.kind === "call";
  const sent = called ? wait.call.variables : wait.job.input;
  const fail = () => act(called ? callFailed(wait, code.trim()) : jobFailed(wait, code.trim()));
  return (
    <>
      <p className="fw-wait-quiet">{quietLine(node, lexicon)}</p>
      {Object.keys(sent).length > 0 && (
        <details className="fw-wait-sent">
          <summary>{t("sends")}</summary>
          <pre>{JSON.stringify(sent, null, 2)}</pre>
        </details>
      )}
      <ValuesEditor label={t(called ? "endsWith" : "answerWith")} values={answer} onChange={setAnswer} />
      <label className="fw-value">
        <span>{t(called ? "errorCode" : "failCode")}</span>
        <input type="text" value={code} onChange={(event) => setCode(event.target.value)} />
      </label>
      <div className="fw-wait-actions">
        <button
          type="button"
          className="fw-button fw-outlined"
          disabled={called && code.trim() === ""}
          onClick={fail}
        >
          {t(called ? "calledFails" : "fail")}
        </button>
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() => act((called ? callEnded : jobAnswered)(wait, answer))}
        >
          {t(called ? "flowEnds" : "answer")}
        </button>
      </div>
    </>
  );
}
