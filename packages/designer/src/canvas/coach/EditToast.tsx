import type { BilingualText } from "@flowright/definition";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { COACH_TEXTS } from "./coach-texts.ts";
import { editWords, lostDecisionWords } from "./edit-words.ts";

/** How long a consequence stays to be read, in milliseconds. */
const STAYS = 12_000;

/** Reads aloud what each change did, and shows what the loss of a decision means, with the way back. */
export function EditToast() {
  const t = useTexts(COACH_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const [said, setSaid] = useState<BilingualText | null>(null);
  const [shown, setShown] = useState<BilingualText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const stop = store.subscribe((now, before) => {
      if (now.definition === before.definition) return;
      const undone =
        now.redoLabel !== null && now.redoLabel === before.undoLabel && now.redoLabel !== before.redoLabel;
      const redone =
        now.undoLabel !== null && now.undoLabel === before.redoLabel && now.undoLabel !== before.undoLabel;
      const label = undone ? now.redoLabel : redone ? now.undoLabel : null;
      clearTimeout(timer.current);
      if (label) {
        setSaid(filled(undone ? "undone" : "redone", label));
        setShown(null);
        return;
      }
      const lost = lostDecisionWords(before.definition, now.definition);
      setShown(lost);
      // What is shown is read aloud by itself.
      const words = lost ? null : editWords(before.definition, now.definition);
      if (words) setSaid(words);
      if (lost) timer.current = setTimeout(() => setShown(null), STAYS);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [store]);
  return (
    <>
      <div className="fw-hidden" aria-live="polite" data-part="said">
        {said?.[language]}
      </div>
      <div className="fw-consequence-place" role="status">
        {shown && (
          <div className="fw-consequence">
            <p>{shown[language]}</p>
            <button
              type="button"
              className="fw-button fw-primary"
              onClick={() => {
                store.getState().undo();
                setShown(null);
              }}
            >
              {t("undo")}
            </button>
            <button
              type="button"
              className="fw-button"
              aria-label={t("dismiss")}
              onClick={() => setShown(null)}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        )}
      </div>
    </>
  );
}

function filled(key: "undone" | "redone", label: BilingualText): BilingualText {
  return inBothLanguages(COACH_TEXTS, key, (language) => ({ what: label[language] }));
}
