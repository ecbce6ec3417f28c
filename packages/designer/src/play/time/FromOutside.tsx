import type { JsonObject } from "@flowright/engine";
import { useId, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { messageSent, signalSent } from "../model/acts.ts";
import type { Session } from "../model/session.ts";
import { namesHeard } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";

/** Any message or signal, also one that nobody waits for or that comes too early. */
export function FromOutside({
  session,
  act,
}: {
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const id = useId();
  const [kind, setKind] = useState<"message" | "signal">("message");
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const [text, setText] = useState("{}");
  const data = dataOf(text);
  const names = namesHeard(session.definition, kind);
  return (
    <details className="fw-wait-sent">
      <summary>{t("outside")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (data === null || name.trim() === "") return;
          const to = key.trim() === "" ? null : key.trim();
          act(kind === "signal" ? signalSent(name.trim(), data) : messageSent(name.trim(), to, data));
        }}
      >
        <label className="fw-value">
          <span>{t("outsideKind")}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
            <option value="message">{t("outsideMessage")}</option>
            <option value="signal">{t("outsideSignal")}</option>
          </select>
        </label>
        <label className="fw-value">
          <span>{t("outsideName")}</span>
          <input
            type="text"
            required
            list={`${id}-names`}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <datalist id={`${id}-names`}>
          {names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        {kind === "message" && (
          <label className="fw-value">
            <span>{t("outsideKey")}</span>
            <input type="text" value={key} onChange={(event) => setKey(event.target.value)} />
          </label>
        )}
        <label className="fw-value">
          <span>{t("outsideData")}</span>
          <input
            type="text"
            className="fw-panel-code"
            value={text}
            aria-invalid={data === null || undefined}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        {data === null && (
          <p className="fw-wait-incident" role="alert">
            {t("notJson")}
          </p>
        )}
        <div className="fw-wait-actions">
          <button type="submit" className="fw-button fw-outlined" disabled={data === null}>
            {t(kind === "signal" ? "sendSignal" : "send")}
          </button>
        </div>
      </form>
    </details>
  );
}

function dataOf(text: string): JsonObject | null {
  try {
    const data: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as JsonObject) : null;
  } catch {
    return null;
  }
}
