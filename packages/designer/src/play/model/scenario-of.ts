import type { BilingualText } from "@flowright/definition";
import type { Scenario, ScenarioExpectation, ScenarioStart, ScenarioStep } from "@flowright/scenarios/stage";
import { currentOf, type Session, wayTo } from "./session.ts";

/** Who acts without one of the roles of the flow. */
const OTHERS = "others";

/** What was played up to the current moment, as a scenario. Null before the start. */
export function scenarioOf(
  session: Session,
  { id, name, expect }: { id: string; name: BilingualText; expect: ScenarioExpectation },
): Scenario | null {
  const [first, ...rest] = wayTo(session, session.current).map(({ act }) => act);
  if (first?.kind !== "start") return null;
  const steps = rest.flatMap((act) => (act.kind === "step" ? [act.step] : []));
  return {
    schema: "flowright/scenario/v1",
    id,
    name,
    definition: session.definition.id,
    begins: session.begins,
    people: withActors(session.people, first.start, steps),
    start: first.start,
    steps,
    expect,
  };
}

/** Whoever acts must be somebody; those without a role of the flow have one that the flow does not know. */
function withActors(
  people: Scenario["people"],
  start: ScenarioStart,
  steps: readonly ScenarioStep[],
): Scenario["people"] {
  const known = new Set(Object.values(people).flat());
  const actors = [start, ...steps].flatMap((each) => ("by" in each ? [each.by] : []));
  const strangers = [...new Set(actors)].filter((person) => !known.has(person));
  if (strangers.length === 0) return people;
  let role = OTHERS;
  while (Object.hasOwn(people, role)) role += "-1";
  return { ...people, [role]: strangers };
}

/** What came of the way to the current moment: how the case stands, where it waits, and what was completed. */
export function outcomeOf(session: Session): {
  readonly status: string;
  readonly waiting: readonly string[];
  readonly visited: readonly string[];
  readonly incidents: readonly string[];
} | null {
  const moment = currentOf(session);
  const view = moment?.cases[0]?.view;
  if (!view) return null;
  const visited = view.events.flatMap((event) => (event.kind === "node.completed" ? [event.node] : []));
  return {
    status: view.status,
    waiting: [...new Set(view.waiting.map(({ node }) => node))],
    visited: [...new Set(visited)],
    incidents: view.incidents.map(({ code }) => code),
  };
}
