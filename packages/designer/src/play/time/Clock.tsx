import { useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { advancedBy, toNextTimer } from "../model/acts.ts";
import { currentOf, nowIn, type Session } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import { timeWords } from "../time-words.ts";
import type { PlayControls } from "../use-play.ts";

const LENGTHS = [
  ["PT1H", "hours1"],
  ["PT4H", "hours4"],
  ["P1D", "days1"],
  ["P3D", "days3"],
  ["P7D", "days7"],
  ["P30D", "days30"],
] as const;

/** The clock of a trial: it moves only when asked, to the next timer or by a length of time. */
export function Clock({ session, act }: { readonly session: Session; readonly act: PlayControls["act"] }) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const [length, setLength] = useState<string>("P1D");
  const moment = currentOf(session);
  const due = moment && session.stage.nextDue(moment.scene);
  return (
    <div className="fw-play-clock">
      <p className="fw-wait-quiet">
        {t("clock", { time: timeWords(nowIn(session), language) })}
        {due !== null && ` · ${t("nextDue", { time: timeWords(due, language) })}`}
      </p>
      <div className="fw-play-tools">
        <button
          type="button"
          className="fw-button fw-outlined"
          disabled={due === null}
          onClick={() => act(toNextTimer)}
        >
          {t("toNext")}
        </button>
        <select aria-label={t("advance")} value={length} onChange={(event) => setLength(event.target.value)}>
          {LENGTHS.map(([duration, key]) => (
            <option key={duration} value={duration}>
              {t(key)}
            </option>
          ))}
        </select>
        <button type="button" className="fw-button fw-outlined" onClick={() => act(advancedBy(length))}>
          {t("move")}
        </button>
      </div>
    </div>
  );
}
