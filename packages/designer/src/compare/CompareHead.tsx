import type { Language } from "../model/designer-options.ts";
import { textsOf } from "../texts/texts-of.ts";
import type { Version } from "./shared-view.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";

interface CompareHeadProps {
  readonly language: Language;
  readonly count: number;
  /** Which change is looked at, from 1; null: none yet. */
  readonly at: number | null;
  readonly moves: number;
  readonly withMoves: boolean;
  readonly titles: Readonly<Record<Version, string>>;
  /** The version that is drawn where there is room for one. */
  readonly shown?: Version;
  onShown?(version: Version): void;
  onMoves(shown: boolean): void;
  onStep(by: 1 | -1): void;
}

/** Goes from change to change, and says whether moves are shown. */
export function CompareHead(props: CompareHeadProps) {
  const { language, count, at, moves, withMoves, shown, onShown, titles } = props;
  const t = textsOf(COMPARE_TEXTS, language);
  return (
    <div className="fw-compare-head">
      {shown !== undefined && onShown !== undefined && (
        <fieldset className="fw-compare-switch" aria-label={t("shown")}>
          {(["before", "after"] as const).map((version) => (
            <button
              key={version}
              type="button"
              className="fw-button"
              aria-pressed={shown === version}
              onClick={() => onShown(version)}
            >
              {t(version)}: {titles[version]}
            </button>
          ))}
        </fieldset>
      )}
      <div className="fw-compare-walk">
        <button
          type="button"
          className="fw-button"
          disabled={count === 0}
          aria-label={t("previous")}
          title={t("previousKey")}
          onClick={() => props.onStep(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="fw-button"
          disabled={count === 0}
          aria-label={t("next")}
          title={t("nextKey")}
          onClick={() => props.onStep(1)}
        >
          ↓
        </button>
        <span className="fw-compare-at">
          {at === null
            ? t(count === 1 ? "oneChange" : "changes", { count })
            : t("position", { n: at, count })}
        </span>
      </div>
      {moves > 0 && (
        <label className="fw-compare-moves">
          <input
            type="checkbox"
            checked={withMoves}
            onChange={(event) => props.onMoves(event.currentTarget.checked)}
          />
          {t("showMoves")} ({moves})
        </label>
      )}
    </div>
  );
}
