import { variablesOf } from "@flowright/engine";
import { useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { indexOf } from "../model/document/index-of.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { historyLines } from "./history-lines.ts";
import { trialStatus } from "./model/trial.ts";
import { OfferedSteps } from "./OfferedSteps.tsx";
import { PLAY_TEXTS } from "./play-texts.ts";
import { StartOfTrial } from "./StartOfTrial.tsx";
import { timeWords } from "./time-words.ts";
import { useFollow } from "./use-follow.ts";
import { useTrial } from "./use-trial.ts";
import { WaitCard } from "./WaitCard.tsx";

/** "Try the flow": the same engine that runs cases later, in the page, with made-up data. */
export function TrialPanel() {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const ui = useCanvasUiStore();
  const lexicon = useLexicon();
  const { trial, problems, refused, act, back, restart, canGoBack, outdated } = useTrial();
  useFollow(trial);
  const status = trial && trialStatus(trial);
  const index = trial && indexOf(trial.definition);
  return (
    <section className="fw-play" aria-label={t("title")}>
      <header className="fw-play-head">
        <h2>{t("title")}</h2>
        <button
          type="button"
          className="fw-button"
          aria-label={t("close")}
          title={t("close")}
          onClick={() => ui.getState().set({ playing: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className="fw-play-note">{t("madeUp")}</p>
      {problems.length > 0 && (
        <div className="fw-play-blocked" role="alert">
          <strong>{t("cannotRun")}</strong>
          <p>{t("cannotRunHint")}</p>
          <ul>
            {problems.slice(0, 5).map((problem) => (
              <li key={problem.code + problem.path}>{problem.message[language]}</li>
            ))}
          </ul>
          <button
            type="button"
            className="fw-button fw-outlined"
            onClick={() => ui.getState().set({ problemsOpen: true })}
          >
            {t("showProblems")}
          </button>
        </div>
      )}
      {trial && index && (
        <>
          {status !== null && (
            <div className="fw-play-tools">
              <button type="button" className="fw-button fw-outlined" disabled={!canGoBack} onClick={back}>
                <Icon name="back" size={16} />
                {t("back")}
              </button>
              <button type="button" className="fw-button fw-outlined" onClick={restart}>
                <Icon name="restart" size={16} />
                {t("restart")}
              </button>
              <span className="fw-wait-quiet">{t("clock", { time: timeWords(trial.now, language) })}</span>
            </div>
          )}
          {outdated && <p className="fw-play-note">{t("changed")}</p>}
          {refused && (
            <p className="fw-wait-incident" role="alert">
              {refused.message[language]} {refused.fix[language]}
            </p>
          )}
          {status === null ? (
            <StartOfTrial trial={trial} act={act} />
          ) : (
            <>
              {(status === "completed" || status === "terminated" || status === "cancelled") && (
                <p className="fw-play-end" role="status">
                  <Icon name="check" size={18} />
                  {t(status)}
                </p>
              )}
              {status === "active" && (
                <>
                  <h3>{t("waits")}</h3>
                  {trial.waits.length === 0 && <p className="fw-play-empty">{t("nothingWaits")}</p>}
                  {trial.waits.map((wait) => {
                    const node = index.nodes.get(wait.node)?.node;
                    return node ? (
                      <WaitCard key={waitKey(wait)} wait={wait} node={node} trial={trial} act={act} />
                    ) : null;
                  })}
                </>
              )}
              <OfferedSteps trial={trial} act={act} />
              <h3>{t("history")}</h3>
              <ol className="fw-play-history">
                {historyLines(trial.events, index, lexicon, t).map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines only ever get added at the end
                  <li key={at}>{line}</li>
                ))}
              </ol>
              {trial.state && (
                <details className="fw-wait-sent">
                  <summary>{t("data")}</summary>
                  <pre>{JSON.stringify(variablesOf(trial.state), null, 2)}</pre>
                </details>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

function waitKey(wait: NonNullable<ReturnType<typeof useTrial>["trial"]>["waits"][number]): string {
  switch (wait.kind) {
    case "task":
      return `task-${wait.task.task}`;
    case "job":
      return `job-${wait.job.job}`;
    case "timer":
      return `timer-${wait.timer}`;
    case "message":
    case "signal":
      return `${wait.kind}-${wait.subscription}`;
    case "call":
      return `call-${wait.call.call}`;
    case "incident":
      return `incident-${wait.incident}`;
  }
}
