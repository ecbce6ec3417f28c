import type { Problem } from "@flowright/definition";
import { activeNodesOf, type Command } from "@flowright/engine";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { useDesigner } from "../store-context.ts";
import { type Trial, type TrialWait, trialOf, tried, without } from "./model/trial.ts";

/** A trial of the document as it was when the trial began, with the way back. */
export function useTrial() {
  const definition = useDesigner((state) => state.definition);
  const ui = useCanvasUiStore();
  const [begun, setBegun] = useState(() => ({ definition, now: new Date().toISOString() }));
  const [steps, setSteps] = useState<readonly Trial[]>([]);
  const [refused, setRefused] = useState<Problem | null>(null);
  const fresh = useMemo(() => trialOf(begun.definition, begun.now), [begun]);
  const trial = steps.at(-1) ?? (fresh.ok ? fresh.trial : null);

  const act = useCallback(
    (command: Command, wait: TrialWait | null, at?: string) => {
      if (!trial) return;
      const from = wait ? without(trial, wait) : trial;
      const result = tried(from, command, at);
      if (!result.ok) {
        setRefused(result.problem);
        return;
      }
      setRefused(null);
      setSteps((before) => [...before, result.trial]);
    },
    [trial],
  );

  const back = useCallback(() => {
    setRefused(null);
    setSteps((before) => before.slice(0, -1));
  }, []);

  const restart = useCallback(() => {
    setRefused(null);
    setSteps([]);
    setBegun({ definition, now: new Date().toISOString() });
  }, [definition]);

  // Before its first step a trial always follows the document.
  useEffect(() => {
    if (steps.length === 0 && begun.definition !== definition) restart();
  }, [steps, begun, definition, restart]);

  useEffect(() => {
    ui.getState().set({
      trial: trial
        ? { active: new Set(trial.state ? activeNodesOf(trial.state) : []), done: trial.done }
        : null,
    });
    return () => ui.getState().set({ trial: null });
  }, [ui, trial]);

  return {
    problems: fresh.ok ? [] : fresh.problems,
    trial,
    refused,
    act,
    back,
    restart,
    canGoBack: steps.length > 0,
    outdated: steps.length > 0 && begun.definition !== definition,
  };
}

export type TrialControls = ReturnType<typeof useTrial>;
