import { useLexicon } from "../../canvas/use-lexicon.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { actWords, historyLines } from "../history-lines.ts";
import { type Session, wayOf } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";

/** What happened, moment by moment; each leads there. */
export function History({ session, play }: { readonly session: Session; readonly play: PlayControls }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const index = indexOf(session.definition);
  return (
    <>
      <h3>{t("history")}</h3>
      <ol className="fw-play-history">
        {wayOf(session).map((moment, nth) => {
          const words = actWords(moment.act, index, lexicon, t);
          const lines = historyLines(moment.events, index, lexicon, t).filter((line) => line !== words);
          return (
            <li key={moment.id} data-ahead={nth >= play.place || undefined}>
              <button
                type="button"
                className="fw-play-moment"
                aria-current={nth + 1 === play.place ? "step" : undefined}
                onClick={() => play.goTo(nth + 1)}
              >
                {words}
              </button>
              {lines.length > 0 && <span className="fw-wait-quiet">{lines.join(" · ")}</span>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
