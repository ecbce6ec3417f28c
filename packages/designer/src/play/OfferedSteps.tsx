import { useLexicon } from "../canvas/use-lexicon.ts";
import { stepName } from "../diagram/words/step-name.ts";
import { indexOf } from "../model/document/index-of.ts";
import { useTexts } from "../texts/use-texts.ts";
import { offersIn, STARTER, type Trial } from "./model/trial.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import type { TrialControls } from "./use-trial.ts";

/** Steps in any order: what can be begun by hand now, and the blocks that can be ended. */
export function OfferedSteps({ trial, act }: { readonly trial: Trial; readonly act: TrialControls["act"] }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const { nodes } = indexOf(trial.definition);
  const { steps, blocks } = offersIn(trial);
  const nameOf = (id: string) => stepName(nodes.get(id)?.node, lexicon);
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{t("canBegin")}</h3>
      <div className="fw-wait-actions fw-offers">
        {steps.map(({ scope, node }) => (
          <button
            key={`${scope} ${node}`}
            type="button"
            className="fw-button fw-outlined"
            onClick={() => act({ kind: "adHoc.start", scope, node, by: STARTER }, null)}
          >
            {t("begin", { name: nameOf(node) })}
          </button>
        ))}
        {blocks.map(({ scope, node }) => (
          <button
            key={scope}
            type="button"
            className="fw-button fw-outlined"
            onClick={() => act({ kind: "adHoc.finish", scope, by: STARTER }, null)}
          >
            {t("finish", { name: nameOf(node) })}
          </button>
        ))}
      </div>
    </>
  );
}
