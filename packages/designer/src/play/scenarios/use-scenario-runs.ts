import type { WorkflowDefinition } from "@flowright/definition";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { runAllKept, type ScenarioOutcome } from "../model/kept-scenarios.ts";
import { isSameDrawing } from "../model/same-drawing.ts";
import { useDecisionTables } from "../use-decision-tables.ts";

/** What came of the scenarios of the flow as it is drawn now; of a flow that has changed since, nothing is known. */
export function useScenarioRuns() {
  const definition = useDesigner((state) => state.definition);
  const [results, setResults] = useState<{
    readonly of: WorkflowDefinition;
    readonly outcomes: ReadonlyMap<string, ScenarioOutcome>;
  } | null>(null);
  const decisions = useDecisionTables();
  const [busy, setBusy] = useState(false);
  const latest = useRef(definition);
  latest.current = definition;
  useEffect(
    () => () => {
      latest.current = NONE;
    },
    [],
  );

  const run = useCallback(
    async (id: string | null) => {
      setBusy(true);
      const scenarios = (definition.scenarios ?? []).filter((each) => id === null || each.id === id);
      await runAllKept(
        { ...definition, scenarios },
        {
          decisions,
          stopped: () => latest.current !== definition,
          onDone: (outcome) =>
            setResults((before) => ({
              of: definition,
              outcomes: new Map(
                before !== null && isSameDrawing(before.of, definition) ? before.outcomes : [],
              ).set(outcome.id, outcome),
            })),
        },
      );
      setBusy(false);
    },
    [definition, decisions],
  );
  const known = results !== null && isSameDrawing(results.of, definition) ? results.outcomes : NO_OUTCOMES;
  const kept = new Set(definition.scenarios?.map(({ id }) => id));
  return { outcomes: new Map([...known].filter(([id]) => kept.has(id))), busy, run };
}

const NO_OUTCOMES: ReadonlyMap<string, ScenarioOutcome> = new Map();
/** No definition that anybody has. */
const NONE = {} as WorkflowDefinition;
