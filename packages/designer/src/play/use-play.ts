import type { BilingualText, Problem } from "@flowright/definition";
import { activeNodesOf } from "@flowright/engine";
import type { Act } from "@flowright/scenarios/stage";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { useDesigner } from "../store-context.ts";
import { wavesOf } from "./model/example-waves.ts";
import { type KeptScenario, readKept } from "./model/kept-scenarios.ts";
import { madeUpPeople } from "./model/made-up-people.ts";
import { replayOf } from "./model/replay.ts";
import { isSameDrawing } from "./model/same-drawing.ts";
import {
  coverageIn,
  currentOf,
  onWay,
  openSession,
  placeOf,
  played,
  type Session,
  wayOf,
  wentTo,
} from "./model/session.ts";
import { useDecisionTables } from "./use-decision-tables.ts";
import { useRunning } from "./use-running.ts";

const NO_PROBLEMS: readonly Problem[] = [];
const SAYS_NOTHING: BilingualText = { en: "", "zh-CN": "" };

/** A flow being played, as it was drawn when that began, with its time line. */
export function usePlay() {
  const definition = useDesigner((state) => state.definition);
  const roles = useDesigner((state) => state.roles);
  const decisions = useDecisionTables();
  const [begun, setBegun] = useState(() => ({ definition, now: new Date().toISOString() }));
  const fresh = useMemo(
    () =>
      openSession(
        begun.definition,
        madeUpPeople(
          begun.definition,
          roles.map(({ id }) => id),
        ),
        begun.now,
        decisions,
      ),
    [begun, roles, decisions],
  );
  const [going, setGoing] = useState<Session | null>(null);
  const [refused, setRefused] = useState<BilingualText | null>(null);
  // How often an act was done: what was just done is shown as moving tokens, what is looked at again is not.
  const [serial, setSerial] = useState(0);
  const session = going ?? (fresh.ok ? fresh.session : null);

  const act = useCallback(
    (next: Act): Session | null => {
      if (!session) return null;
      const result = played(session, next);
      setRefused(result.ok ? null : result.text);
      if (!result.ok) return null;
      setGoing(result.session);
      setSerial((before) => before + 1);
      return result.session;
    },
    [session],
  );
  const look = useCallback((change: (session: Session) => Session) => {
    setRefused(null);
    setGoing((before) => before && change(before));
  }, []);
  const restart = useCallback(() => {
    setRefused(null);
    setGoing(null);
    setBegun({ definition, now: new Date().toISOString() });
  }, [definition]);
  const openScenario = useCallback(
    (kept: KeptScenario, until: number | null, why: BilingualText | null) => {
      const read = readKept(kept);
      if (!read.ok) return setRefused(read.text);
      const replayed = replayOf(definition, read.scenario, until, decisions);
      setBegun({ definition, now: read.scenario.begins ?? new Date().toISOString() });
      if (!replayed.ok) return setRefused(replayed.problems[0]?.message ?? SAYS_NOTHING);
      setGoing(replayed.session);
      setRefused(why ?? replayed.stoppedBy);
    },
    [definition, decisions],
  );

  // Before its first step a trial always follows the document.
  useEffect(() => {
    if (going === null && !isSameDrawing(begun.definition, definition)) restart();
  }, [going, begun, definition, restart]);

  const running = useRunning({ session, serial, act, refuse: setRefused });
  useShownOnCanvas(session, serial, running.pace);

  return {
    problems: fresh.ok ? NO_PROBLEMS : fresh.problems,
    session,
    refused,
    running,
    act,
    restart,
    openScenario,
    goTo: (place: number) => look((before) => wentTo(before, place)),
    follow: (tip: number) => look((before) => onWay(before, tip)),
    place: session ? placeOf(session) : 0,
    count: session ? wayOf(session).length : 0,
    outdated: going !== null && !isSameDrawing(going.definition, definition),
  };
}

export type PlayControls = ReturnType<typeof usePlay>;

/** Tokens, the ways taken and those not taken yet, and the moves of the last act. */
function useShownOnCanvas(session: Session | null, serial: number, pace: number): void {
  const ui = useCanvasUiStore();
  const pauses = useCanvasUi((state) => state.pauses);
  useEffect(() => {
    const moment = session && currentOf(session);
    const moves = moment && moment.id === session.moments.length - 1 && moment.id === session.tip;
    const begunOnce = session !== null && session.moments.length > 0;
    ui.getState().set({
      trial: session
        ? {
            active: new Set(moment?.cases.flatMap(({ state }) => activeNodesOf(state)) ?? []),
            done: moment?.done ?? new Set(),
            untried: new Set(begunOnce ? coverageIn(session).missing : []),
            pauses,
            waves: moves ? wavesOf(session.definition, [moment.events]) : [],
            pace,
            serial,
          }
        : null,
    });
  }, [ui, session, serial, pace, pauses]);
  useEffect(() => () => ui.getState().set({ trial: null }), [ui]);
}
