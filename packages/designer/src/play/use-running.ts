import type { BilingualText, Node } from "@flowright/definition";
import type { Act } from "@flowright/scenarios/stage";
import { useCallback, useEffect, useState } from "react";
import { useCanvasUi } from "../canvas/canvas-ui.ts";
import { useDesigner } from "../store-context.ts";
import { wavesOf } from "./model/example-waves.ts";
import type { ResultNames } from "./model/sample-for-wait.ts";
import { currentOf, type Session, statusIn } from "./model/session.ts";
import { suggestedAct } from "./model/suggested-act.ts";

/** Milliseconds that tokens need from step to step, however long the line is; and between two acts. */
const WAVE = 420;
const REST = 500;

export const SPEEDS = [0.5, 1, 2, 4] as const;

const NOTHING: BilingualText = {
  en: "Nothing goes on by itself from here.",
  "zh-CN": "从这里起，没有可自动继续的事项。",
};

interface Running {
  readonly session: Session | null;
  /** Grows with every act. */
  readonly serial: number;
  readonly act: (act: Act) => Session | null;
  readonly refuse: (text: BilingualText) => void;
}

/** A run by itself: one act after the other with made-up data, until a step at which it is to pause. */
export function useRunning({ session, serial, act, refuse }: Running) {
  const [running, setRunning] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  const [pausedAt, setPausedAt] = useState<string | null>(null);
  const pauses = useCanvasUi((state) => state.pauses);
  const namesOf = useResultNames();
  const pace = WAVE / speed;

  const one = useCallback((): boolean => {
    const next = session && suggestedAct(session, namesOf);
    if (!next) {
      if (session && statusIn(currentOf(session)) === "active") refuse(NOTHING);
      return false;
    }
    const after = act(next);
    const moment = after && currentOf(after);
    if (!moment) return false;
    const reached = moment.events.find((event) => event.kind === "node.entered" && pauses.has(event.node));
    setPausedAt(reached && "node" in reached ? reached.node : null);
    return reached === undefined && statusIn(moment) === "active";
  }, [session, namesOf, act, refuse, pauses]);

  useEffect(() => {
    if (!running || !session) return;
    const moment = currentOf(session);
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const moves = still || !moment || serial === 0 ? 0 : wavesOf(session.definition, [moment.events]).length;
    const timer = setTimeout(
      () => {
        if (!one()) setRunning(false);
      },
      moves * pace + REST / speed,
    );
    return () => clearTimeout(timer);
  }, [running, session, serial, pace, speed, one]);

  return {
    running,
    speed,
    pace,
    /** The step at which a run has paused, until something else is done. */
    pausedAt: running ? null : pausedAt,
    setSpeed,
    toggle: () => {
      setPausedAt(null);
      setRunning(!running);
    },
    stop: () => setRunning(false),
    step: () => {
      setRunning(false);
      one();
    },
  };
}

/** What systems and called flows give back, as the hosting page knows them. */
export function useResultNames(): ResultNames {
  const systems = useDesigner((state) => state.systems);
  const flows = useDesigner((state) => state.flows);
  return useCallback(
    (node: Node) => {
      if (node.kind === "serviceTask") {
        const system = systems.find(({ id }) => id === node.call?.system);
        const operation = system?.operations.find(({ id }) => id === node.call?.operation);
        return operation?.results.map(({ name }) => name) ?? [];
      }
      if (node.kind !== "callActivity") return [];
      return Object.keys(flows?.find(({ id }) => id === node.process)?.fields ?? {});
    },
    [systems, flows],
  );
}
