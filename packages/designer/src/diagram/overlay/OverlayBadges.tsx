import { textsOf } from "../../texts/texts-of.ts";
import { Icon } from "../icon/Icon.tsx";
import { DIAGRAM_TEXTS } from "../words/diagram-texts.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { NodeOverlay } from "./node-overlay.ts";

type Words = Pick<Lexicon, "language" | "messages">;

/** Counts and state on the corner of a step: icon, number and colour together. */
export function OverlayBadges({
  overlay,
  lexicon,
}: {
  readonly overlay: NodeOverlay;
  readonly lexicon: Words;
}) {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const { waiting = 0, overdue = 0, incidents = 0, state, note, badges = [] } = overlay;
  return (
    <>
      <span className="fw-overlays" aria-hidden="true">
        {badges.map(({ text, title, tone = "neutral" }) => (
          <span key={text} className="fw-overlay" data-tone={tone} title={title}>
            {text}
          </span>
        ))}
        {incidents > 0 && (
          <span className="fw-overlay" data-tone="incident" title={incidentWords(incidents, lexicon)}>
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
export function overlayWords(overlay: NodeOverlay, lexicon: Words): string[] {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const { waiting = 0, overdue = 0, incidents = 0, state, note, badges = [] } = overlay;
  return [
    state ? t(state) : "",
    waiting > 0 ? t("waiting", { count: waiting }) : "",
    overdue > 0 ? t("overdue", { count: overdue }) : "",
    incidents > 0 ? incidentWords(incidents, lexicon) : "",
    ...badges.map(({ text, title }) => title ?? text),
    note ?? "",
  ].filter((part) => part !== "");
}

function incidentWords(count: number, { language, messages }: Words): string {
  return textsOf(DIAGRAM_TEXTS, language, messages)(count === 1 ? "oneIncident" : "incidents", { count });
}
