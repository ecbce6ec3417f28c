import { childPath, type Problem } from "@flowright/definition";
import { checkShape, suggestion } from "./check-shape.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioProblem } from "./scenario-problems.ts";
import { SCENARIO_SHAPE } from "./scenario-shape.ts";

/** What keeps any value from being a scenario; places are JSON Pointers. */
export function checkScenario(value: unknown): Problem[] {
  const problems = checkShape(value, SCENARIO_SHAPE);
  return problems.length > 0 ? problems : unknownPeople(value as Scenario);
}

/** Whoever acts must be somebody: a mistyped name would wait for ever. */
function unknownPeople({ people, start, steps }: Scenario): Problem[] {
  const known = [...new Set(Object.values(people).flat())];
  const acting = [
    ...("by" in start ? [{ person: start.by, path: "/start/by" }] : []),
    ...steps.flatMap((step, index) => {
      const path = childPath("/steps", index);
      return "by" in step ? [{ person: step.by, path: `${path}/by` }] : [];
    }),
  ];
  return acting
    .filter(({ person }) => !known.includes(person))
    .map(({ person, path }) =>
      scenarioProblem("scenario.person-unknown", path, { person, ...suggestion(person, known) }),
    );
}
