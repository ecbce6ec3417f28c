import { Icon } from "../diagram/icon/Icon.tsx";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import type { Language } from "../model/designer-options.ts";
import { textsOf } from "../texts/texts-of.ts";

/** What is shown on one step. */
export interface NodeOverlay {
  /** Cases or tasks that wait there. */
  readonly waiting?: number;
  /** How many of them are late. */
  readonly overdue?: number;
  readonly incidents?: number;
  /** Where one case stands. */
  readonly state?: "done" | "current" | "future";
  /** One quiet line, e.g. who did it and when. */
  readonly note?: string;
}

/** Counts and state on the corner of a step: icon, number and colour together. */
export function OverlayBadges({
  overlay,
  language,
}: {
  readonly overlay: NodeOverlay;
  readonly language: Language;
}) {
  const t = textsOf(DIAGRAM_TEXTS, language);
  const { waiting = 0, overdue = 0, incidents = 0, state, note } = overlay;
  return (
    <>
      <span className="fw-overlays" aria-hidden="true">
        {incidents > 0 && (
          <span className="fw-overlay" data-tone="incident" title={incidentWords(incidents, language)}>
            ! {incidents}
          </span>
        )}
        {overdue > 0 && (
          <span className="fw-overlay" data-tone="late" title={t("overdue", { count: overdue })}>
            ▲ {overdue}
          </span>
        )}
        {waiting > 0 && (
          <span className="fw-overlay" data-tone="waiting" title={t("waiting", { count: waiting })}>
            ● {waiting}
          </span>
        )}
        {state === "done" && (
          <span className="fw-overlay" data-tone="done" title={t("done")}>
            <Icon name="check" size={12} />
          </span>
        )}
      </span>
      {note && <span className="fw-overlay-note">{note}</span>}
    </>
  );
}

/** The same in words, for the accessible name. */
export function overlayWords(overlay: NodeOverlay, language: Language): string[] {
  const t = textsOf(DIAGRAM_TEXTS, language);
  const { waiting = 0, overdue = 0, incidents = 0, state, note } = overlay;
  return [
    state ? t(state) : "",
    waiting > 0 ? t("waiting", { count: waiting }) : "",
    overdue > 0 ? t("overdue", { count: overdue }) : "",
    incidents > 0 ? incidentWords(incidents, language) : "",
    note ?? "",
  ].filter((part) => part !== "");
}

function incidentWords(count: number, language: Language): string {
  return textsOf(DIAGRAM_TEXTS, language)(count === 1 ? "oneIncident" : "incidents", { count });
}
