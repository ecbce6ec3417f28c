import type { BilingualText, DecisionTable, Problem, WorkflowDefinition } from "@flowright/definition";
import { type Act, SCENARIO_BEGINS, type Scenario } from "@flowright/scenarios/stage";
import { openSession, played, type Session } from "./session.ts";

export type Replayed =
  | {
      readonly ok: true;
      readonly session: Session;
      /** Why the next act could not be done, where it could not. */
      readonly stoppedBy: BilingualText | null;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Plays a scenario up to the step after which something differs: its number, 0 for the start, null for all of it.
 * Stops before an act that cannot be done.
 */
export function replayOf(
  definition: WorkflowDefinition,
  scenario: Scenario,
  until: number | null = null,
  decisions: { readonly [id: string]: DecisionTable } = {},
): Replayed {
  const opened = openSession(definition, scenario.people, scenario.begins ?? SCENARIO_BEGINS, decisions);
  if (!opened.ok) return opened;
  let { session } = opened;
  const acts: Act[] = [
    { kind: "start", start: scenario.start },
    ...scenario.steps.slice(0, until ?? undefined).map((step): Act => ({ kind: "step", step })),
  ];
  for (const act of acts) {
    const next = played(session, act);
    if (next.ok) session = next.session;
    // What must be refused changes nothing.
    else if (act.kind !== "step" || act.step.refused === undefined)
      return { ok: true, session, stoppedBy: next.text };
  }
  return { ok: true, session, stoppedBy: null };
}
