import type { WorkflowDefinition } from "@flowright/definition";
import { runAllKept, type ScenarioOutcome } from "@flowright/designer/model";
import { useEffect, useState } from "react";
import { useDecisionTables } from "./use-decision-tables.ts";

/** What came of the scenarios of a flow; null while they run, and they do not while `wanted` is false. */
export function useScenarioCheck(
  definition: WorkflowDefinition,
  wanted: boolean,
): readonly ScenarioOutcome[] | null {
  const { tables, pending } = useDecisionTables(definition);
  const ready = wanted && !pending;
  const known = JSON.stringify(Object.keys(tables));
  const [done, setDone] = useState<{
    readonly of: WorkflowDefinition;
    readonly known: string;
    readonly outcomes: readonly ScenarioOutcome[];
  } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tables are told apart by their names; they are made anew at every look.
  useEffect(() => {
    if (!ready) return;
    let gone = false;
    void runAllKept(definition, { decisions: tables, stopped: () => gone }).then((outcomes) => {
      if (!gone) setDone({ of: definition, known, outcomes });
    });
    return () => {
      gone = true;
    };
  }, [ready, definition, known]);
  if ((definition.scenarios?.length ?? 0) === 0) return NONE;
  return done?.of === definition && done.known === known ? done.outcomes : null;
}

const NONE: readonly ScenarioOutcome[] = [];
