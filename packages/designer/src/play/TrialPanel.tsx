import { useEffect, useRef, useState } from "react";
import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { indexOf } from "../model/document/index-of.ts";
import { useDesigner } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { currentOf, type Session, statusIn } from "./model/session.ts";
import { PLAY_TEXTS } from "./play-texts.ts";
import { SaveScenario } from "./scenarios/SaveScenario.tsx";
import { ScenarioList } from "./scenarios/ScenarioList.tsx";
import { SCENARIO_TEXTS } from "./scenarios/scenario-texts.ts";
import { START_FORM, StartOfTrial } from "./start/StartOfTrial.tsx";
import { CaseData } from "./time/CaseData.tsx";
import { Clock } from "./time/Clock.tsx";
import { FromOutside } from "./time/FromOutside.tsx";
import { History } from "./time/History.tsx";
import { PlayTools } from "./time/PlayTools.tsx";
import { TimeLine } from "./time/TimeLine.tsx";
import { useFollow } from "./use-follow.ts";
import { type PlayControls, usePlay } from "./use-play.ts";
import { usePlayKeys } from "./use-play-keys.ts";
import { OfferedSteps } from "./wait/OfferedSteps.tsx";
import { WaitCard } from "./wait/WaitCard.tsx";

/** "Try the flow": the same engine that runs cases later, in the page, with made-up data; and its scenarios. */
export function TrialPanel() {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const ui = useCanvasUiStore();
  const play = usePlay();
  const { session, problems, refused } = play;
  const kept = useDesigner((state) => state.definition.scenarios?.length ?? 0);
  const [tab, setTab] = useState<"play" | "scenarios">("play");
  useFollow(session);
  useAskedScenario(play, () => setTab("play"));
  const section = useRef<HTMLElement>(null);
  const begun = play.count > 0;
  // What was long before the start is short after it, and the keys of the trial work from here.
  useEffect(() => {
    if (!begun || !section.current) return;
    section.current.parentElement?.scrollTo({ top: 0 });
    section.current.focus({ preventScroll: true });
  }, [begun]);
  usePlayKeys({
    start: () => {
      if (session && currentOf(session)) play.running.toggle();
      else document.querySelector<HTMLFormElement>(`#${START_FORM}`)?.requestSubmit();
    },
    toggle: () => {
      if (session && statusIn(currentOf(session)) === "active") play.running.toggle();
    },
    back: () => play.goTo(play.place - 1),
    forward: () => play.goTo(play.place + 1),
  });
  return (
    <section ref={section} className="fw-play" aria-label={t("title")} tabIndex={-1}>
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
      <fieldset className="fw-play-tabs">
        <legend className="fw-form-spoken">{t("views")}</legend>
        <button type="button" aria-pressed={tab === "play"} onClick={() => setTab("play")}>
          {t("tabPlay")}
        </button>
        <button type="button" aria-pressed={tab === "scenarios"} onClick={() => setTab("scenarios")}>
          {t("tabScenarios", { count: kept })}
        </button>
      </fieldset>
      {problems.length > 0 && <Blocked problems={problems} />}
      {refused && (
        <p className="fw-wait-incident" role="alert">
          {refused[language]}
        </p>
      )}
      {tab === "scenarios" ? (
        <ScenarioList play={play} onOpened={() => setTab("play")} />
      ) : (
        <>
          <p className="fw-play-note">{t("madeUp")}</p>
          {play.outdated && <p className="fw-play-note">{t("changed")}</p>}
          {session && <Playing session={session} play={play} />}
        </>
      )}
    </section>
  );
}

/** A scenario that another part of the page asks to open is opened once. */
function useAskedScenario(play: PlayControls, onOpened: () => void): void {
  const ui = useCanvasUiStore();
  const asked = useCanvasUi((state) => state.askedScenario);
  const definition = useDesigner((state) => state.definition);
  const opened = useRef<typeof asked>(null);
  useEffect(() => {
    if (asked === null || opened.current === asked) return;
    opened.current = asked;
    ui.getState().set({ askedScenario: null });
    const kept = definition.scenarios?.find(({ id }) => id === asked.id);
    if (!kept) return;
    play.openScenario(kept, asked.step, asked.text);
    onOpened();
  }, [asked, definition, play, onOpened, ui]);
}

function Blocked({ problems }: { readonly problems: PlayControls["problems"] }) {
  const t = useTexts(PLAY_TEXTS);
  const language = useDesigner((state) => state.language);
  const ui = useCanvasUiStore();
  return (
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
  );
}

function Playing({ session, play }: { readonly session: Session; readonly play: PlayControls }) {
  const t = useTexts(PLAY_TEXTS);
  const s = useTexts(SCENARIO_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const [saving, setSaving] = useState(false);
  const moment = currentOf(session);
  const status = statusIn(moment);
  const index = indexOf(session.definition);
  const others = (moment?.cases.length ?? 1) - 1;
  return (
    <>
      {play.count > 0 && <TimeLine session={session} play={play} />}
      {moment === null && <StartOfTrial session={session} act={play.act} />}
      {moment !== null && (
        <>
          <PlayTools session={session} play={play} />
          <Clock session={session} act={play.act} />
          {(status === "completed" || status === "terminated" || status === "cancelled") && (
            <p className="fw-play-end" role="status">
              <Icon name="check" size={18} />
              {t(status)}
            </p>
          )}
          {others > 0 && <p className="fw-wait-quiet">{t("otherCases", { n: others })}</p>}
          {(status === "active" || moment.waits.length > 0) && (
            <>
              <h3>{t("waits")}</h3>
              {moment.waits.length === 0 && <p className="fw-play-empty">{t("nothingWaits")}</p>}
              {moment.waits.map((wait) => {
                const node = index.nodes.get(wait.node)?.node;
                return node ? (
                  <WaitCard
                    key={`${moment.id} ${wait.key}`}
                    wait={wait}
                    node={node}
                    session={session}
                    act={play.act}
                  />
                ) : null;
              })}
            </>
          )}
          <OfferedSteps session={session} act={play.act} />
          <FromOutside session={session} act={play.act} />
          <CaseData session={session} moment={moment} />
          {saving ? (
            <SaveScenario session={session} onClose={() => setSaving(false)} />
          ) : (
            <button
              type="button"
              className="fw-button fw-outlined fw-play-go"
              disabled={readOnly}
              title={readOnly ? s("readOnly") : undefined}
              onClick={() => setSaving(true)}
            >
              {s("save")}
            </button>
          )}
        </>
      )}
      {play.count > 0 && <History session={session} play={play} />}
    </>
  );
}
