import { useLexicon } from "../../canvas/use-lexicon.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { indexOf } from "../../model/document/index-of.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { actWords } from "../history-lines.ts";
import { type Session, tipsOf, wayOf } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";

/** The moments of a trial on a line: any of them can be looked at and gone on from. */
export function TimeLine({ session, play }: { readonly session: Session; readonly play: PlayControls }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const index = indexOf(session.definition);
  const { place, count } = play;
  const at = wayOf(session)[place - 1];
  const words = at
    ? t("momentOf", { place, count, what: actWords(at.act, index, lexicon, t) })
    : t("beforeStart");
  const tips = tipsOf(session);
  return (
    <div className="fw-time">
      <div className="fw-time-line">
        <button
          type="button"
          className="fw-button"
          aria-label={t("back")}
          title={`${t("back")} (←)`}
          disabled={place === 0}
          onClick={() => play.goTo(place - 1)}
        >
          <Icon name="left" size={16} />
        </button>
        <input
          type="range"
          min={0}
          max={count}
          value={place}
          aria-label={t("timeLine")}
          aria-valuetext={words}
          onChange={(event) => play.goTo(Number(event.target.value))}
        />
        <button
          type="button"
          className="fw-button"
          aria-label={t("forward")}
          title={`${t("forward")} (→)`}
          disabled={place === count}
          onClick={() => play.goTo(place + 1)}
        >
          <Icon name="right" size={16} />
        </button>
      </div>
      <p className="fw-wait-quiet" role="status">
        {words}
      </p>
      {place < count && <p className="fw-wait-quiet">{t("newWay")}</p>}
      {tips.length > 1 && (
        <label className="fw-value">
          <span>{t("ways")}</span>
          <select value={session.tip ?? ""} onChange={(event) => play.follow(Number(event.target.value))}>
            {tips.map((tip, nth) => (
              <option key={tip} value={tip}>
                {t("way", { n: nth + 1 })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
