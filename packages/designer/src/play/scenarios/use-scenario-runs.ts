import type { WorkflowDefinition } from "@flowright/definition";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesigner } from "../../store-context.ts";
import type { ScenarioOutcome } from "../model/kept-scenarios.ts";
import { isSameDrawing } from "../model/same-drawing.ts";
import { runScenarios } from "../runs/run-scenarios.ts";
import { useDecisionTables } from "../use-decision-tables.ts";

/** What came of the scenarios of the flow as it is drawn now; of a flow that has changed since, nothing is known. */
export function useScenarioRuns() {
  const definition = useDesigner((state) => state.definition);
  const [results, setResults] = useState<{
    readonly of: WorkflowDefinition;
    readonly outcomes: ReadonlyMap<string, ScenarioOutcome>;
  } | null>(null);
  const decisions = useDecisionTables();
  const [running, setRunning] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  // Of a drawing that has changed, or of a panel that is gone, nobody wants to know.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the drawing changes
  useEffect(() => () => stop.current?.abort(), [definition]);

  const cancel = useCallback(() => stop.current?.abort(), []);
  const run = useCallback(
    async (id: string | null) => {
      const scenarios = (definition.scenarios ?? []).filter((each) => id === null || each.id === id);
      stop.current?.abort();
      const broken = new AbortController();
      stop.current = broken;
      let done = 0;
      setRunning({ done, all: scenarios.length });
      await runScenarios(
        { ...definition, scenarios },
        {
          decisions,
          signal: broken.signal,
          onDone: (outcome) => {
            done += 1;
            setRunning({ done, all: scenarios.length });
            setResults((before) => ({
              of: definition,
              outcomes: new Map(
                before !== null && isSameDrawing(before.of, definition) ? before.outcomes : [],
              ).set(outcome.id, outcome),
            }));
          },
        },
      );
      if (stop.current === broken) setRunning(null);
    },
    [definition, decisions],
  );
  const known = results !== null && isSameDrawing(results.of, definition) ? results.outcomes : NO_OUTCOMES;
  const kept = new Set(definition.scenarios?.map(({ id }) => id));
  return { outcomes: new Map([...known].filter(([id]) => kept.has(id))), running, run, cancel };
}

const NO_OUTCOMES: ReadonlyMap<string, ScenarioOutcome> = new Map();
