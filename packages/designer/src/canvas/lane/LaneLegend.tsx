import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { useLexicon } from "../use-lexicon.ts";
import { LANE_TEXTS } from "./lane-texts.ts";
import { type Lane, laneColour, laneMark, lanesOf } from "./lanes-of.ts";

/** The colours of who does what; choosing one makes the steps of everybody else recede. */
export function LaneLegend() {
  const t = useTexts(LANE_TEXTS);
  const ui = useCanvasUiStore();
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const { open, only } = useCanvasUi((state) => state.lanes);
  if (!open) return null;
  const lanes = [...lanesOf(definition)];
  const choose = (lane: Lane | null) => ui.getState().set({ lanes: { open: true, only: lane } });
  const nameOf = (lane: Lane) =>
    lane.startsWith("role:")
      ? lexicon.role(lane.slice("role:".length))
      : t(lane as "initiator" | "others" | "systems");
  const chosen = lanes.find(([lane]) => lane === only);
  return (
    <section className="fw-lanes" aria-label={t("title")}>
      <header>
        <strong>{t("title")}</strong>
        {only !== null && (
          <button type="button" className="fw-link-button" onClick={() => choose(null)}>
            {t("all")}
          </button>
        )}
      </header>
      {lanes.length === 0 && <p>{t("none")}</p>}
      <ul>
        {lanes.map(([lane, count]) => (
          <li key={lane}>
            <button
              type="button"
              aria-pressed={lane === only}
              title={`${t("only")} ${nameOf(lane)}`}
              onClick={() => choose(lane === only ? null : lane)}
            >
              <span className="fw-hidden">{t("only")} </span>
              <span className="fw-lane-mark" {...laneMark(laneColour(definition, lane))} />
              <span className="fw-lane-name">{nameOf(lane)}</span>
              <span className="fw-lane-count">{count}</span>
              {lane === only && <Icon name="check" size={14} />}
            </button>
          </li>
        ))}
      </ul>
      <span className="fw-hidden" role="status">
        {chosen ? t("onlyNow", { name: nameOf(chosen[0]), count: chosen[1] }) : t("allNow")}
      </span>
    </section>
  );
}
