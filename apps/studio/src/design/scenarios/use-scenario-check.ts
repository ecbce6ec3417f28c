import type { WorkflowDefinition } from "@flowright/definition";
import { runScenarios, type ScenarioOutcome } from "@flowright/designer/model";
import { useEffect, useRef, useState } from "react";
import { useDecisionTables } from "./use-decision-tables.ts";

/** The scenarios of a flow before it is published. */
export interface ScenarioCheck {
  readonly all: number;
  /** What came so far, in their order. */
  readonly outcomes: readonly ScenarioOutcome[];
  readonly state: "running" | "done" | "stopped";
  /** Breaks the run off. */
  stop(): void;
  /** Runs them from the first one on. */
  again(): void;
}

interface Run {
  readonly of: WorkflowDefinition;
  readonly known: string;
  readonly outcomes: readonly ScenarioOutcome[];
  readonly state: ScenarioCheck["state"];
}

/** Runs the scenarios of a flow beside the page; they do not run while `wanted` is false. */
export function useScenarioCheck(definition: WorkflowDefinition, wanted: boolean): ScenarioCheck {
  const { tables, pending } = useDecisionTables(definition);
  const ready = wanted && !pending;
  const known = JSON.stringify(Object.keys(tables));
  const [run, setRun] = useState<Run | null>(null);
  const [times, setTimes] = useState(0);
  const stop = useRef<() => void>(() => {});
  const all = definition.scenarios?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: tables are told apart by their names; they are made anew at every look. Another time is another run.
  useEffect(() => {
    if (!ready || all === 0) return;
    const broken = new AbortController();
    let outcomes: readonly ScenarioOutcome[] = [];
    const show = (state: Run["state"]) => setRun({ of: definition, known, outcomes, state });
    const onDone = (outcome: ScenarioOutcome) => {
      outcomes = [...outcomes, outcome];
      if (!broken.signal.aborted) show("running");
    };
    stop.current = () => {
      broken.abort();
      show("stopped");
    };
    show("running");
    void runScenarios(definition, { decisions: tables, signal: broken.signal, onDone }).then(() => {
      if (!broken.signal.aborted) show("done");
    });
    return () => broken.abort();
  }, [ready, definition, known, all, times]);

  const present = run?.of === definition && run.known === known ? run : null;
  return {
    all,
    outcomes: all === 0 ? NONE : (present?.outcomes ?? NONE),
    state: all === 0 ? "done" : (present?.state ?? "running"),
    stop: () => stop.current(),
    again: () => setTimes(times + 1),
  };
}

const NONE: readonly ScenarioOutcome[] = [];
