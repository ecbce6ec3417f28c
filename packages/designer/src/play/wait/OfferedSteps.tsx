import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { STARTER } from "../model/made-up-people.ts";
import { currentOf, type Session } from "../model/session.ts";
import { offersIn } from "../model/waits.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";

/** Steps in any order: what can be begun by hand now, and the blocks that can be ended. */
export function OfferedSteps({
  session,
  act,
}: {
  readonly session: Session;
  readonly act: PlayControls["act"];
}) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const { nodes } = indexOf(session.definition);
  const offers = offersIn(currentOf(session)?.cases ?? []);
  if (offers.length === 0) return null;
  return (
    <>
      <h3>{t("canBegin")}</h3>
      <div className="fw-wait-actions fw-offers">
        {offers.map((offer) => (
          <button
            key={`${offer.kind} ${offer.node}`}
            type="button"
            className="fw-button fw-outlined"
            onClick={() => act({ kind: "step", step: { ...offer, by: STARTER } })}
          >
            {t(offer.kind, { name: stepName(nodes.get(offer.node)?.node, lexicon) })}
          </button>
        ))}
      </div>
    </>
  );
}
