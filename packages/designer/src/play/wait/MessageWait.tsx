import type { JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { messageSent, signalSent } from "../model/acts.ts";
import { sampleForWait } from "../model/sample-for-wait.ts";
import type { Session } from "../model/session.ts";
import type { PlayWait } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";
import { ValuesEditor } from "./ValuesEditor.tsx";

const NO_NAMES = () => [];

/** A message or signal that a trial waits for, with made-up content. */
export function MessageWait({
  wait,
  session,
  act,
}: {
  readonly wait: Extract<PlayWait, { kind: "message" | "signal" }>;
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const [data, setData] = useState<JsonObject>(() => sampleForWait(session, wait, NO_NAMES));
  return (
    <>
      <p className="fw-wait-quiet">
        {wait.name}
        {wait.messageKey === null ? "" : ` · ${wait.messageKey}`}
      </p>
      <ValuesEditor label={t("messageWith")} values={data} onChange={setData} />
      <div className="fw-wait-actions">
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() =>
            act(
              wait.kind === "signal"
                ? signalSent(wait.name, data)
                : messageSent(wait.name, wait.messageKey, data),
            )
          }
        >
          {t(wait.kind === "signal" ? "sendSignal" : "send")}
        </button>
      </div>
    </>
  );
}
