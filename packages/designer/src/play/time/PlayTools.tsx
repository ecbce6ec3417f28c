import { useCanvasUi, useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { coverageIn, currentOf, type Session, statusIn } from "../model/session.ts";
import { PLAY_TEXTS } from "../play-texts.ts";
import type { PlayControls } from "../use-play.ts";
import { SPEEDS } from "../use-running.ts";

/** Runs, pauses, steps and starts again; where a run pauses; and how much of the flow has been tried. */
export function PlayTools({ session, play }: { readonly session: Session; readonly play: PlayControls }) {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const { running } = play;
  const over = statusIn(currentOf(session)) !== "active";
  const { nodes } = indexOf(session.definition);
  const { taken, edges } = coverageIn(session);
  return (
    <>
      <div className="fw-play-tools">
        <button
          type="button"
          className="fw-button fw-primary"
          disabled={over && !running.running}
          onClick={running.toggle}
        >
          <Icon name={running.running ? "pause" : "play"} size={16} />
          {t(running.running ? "pause" : "runBySelf")}
        </button>
        <button type="button" className="fw-button fw-outlined" disabled={over} onClick={running.step}>
          {t("oneStep")}
        </button>
        <select
          className="fw-play-speed"
          aria-label={t("speed")}
          value={running.speed}
          onChange={(event) => running.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
        <button type="button" className="fw-button fw-outlined" onClick={play.restart}>
          <Icon name="restart" size={16} />
          {t("restart")}
        </button>
      </div>
      {running.pausedAt !== null && (
        <p className="fw-play-paused" role="status">
          {t("pausedAt", { name: stepName(nodes.get(running.pausedAt)?.node, lexicon) })}
        </p>
      )}
      <Pauses />
      <p className="fw-wait-quiet" title={t("coveredHint")}>
        {t("covered", { taken, all: edges })}
        <meter className="fw-play-meter" min={0} max={edges} value={taken} aria-label={t("coveredHint")} />
      </p>
    </>
  );
}

/** The steps at which a run pauses; the selected one can be made one of them. */
function Pauses() {
  const t = useTexts(PLAY_TEXTS);
  const lexicon = useLexicon();
  const ui = useCanvasUiStore();
  const pauses = useCanvasUi((state) => state.pauses);
  const definition = useDesigner((state) => state.definition);
  const selected = useDesigner(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const { nodes } = indexOf(definition);
  const node = selected === undefined ? undefined : nodes.get(selected)?.node;
  const toggle = (id: string) => {
    const next = new Set(pauses);
    if (!next.delete(id)) next.add(id);
    ui.getState().set({ pauses: next });
  };
  return (
    <div className="fw-play-pauses">
      {node && !pauses.has(node.id) && (
        <button type="button" className="fw-play-link" onClick={() => toggle(node.id)}>
          {t("pauseAt", { name: stepName(node, lexicon) })}
        </button>
      )}
      {!node && pauses.size === 0 && <p className="fw-wait-quiet">{t("pauseHint")}</p>}
      {pauses.size > 0 && (
        <ul aria-label={t("pausesAt")}>
          {[...pauses].map((id) => {
            const name = stepName(nodes.get(id)?.node, lexicon) || id;
            return (
              <li key={id}>
                <Icon name="pause" size={14} />
                {name}
                <button
                  type="button"
                  className="fw-button"
                  aria-label={t("noPause", { name })}
                  title={t("noPause", { name })}
                  onClick={() => toggle(id)}
                >
                  <Icon name="close" size={14} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
