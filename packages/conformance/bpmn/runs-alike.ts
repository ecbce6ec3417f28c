import type { WorkflowDefinition } from "@flowright/definition";
import { compile } from "@flowright/engine";
import { beginning, playerOf } from "../generator/player.ts";
import type { Run } from "../generator/run.ts";
import type { Action } from "../reference/comparison/action.ts";
import { EngineSide } from "../reference/comparison/engine-side.ts";
import { sortedJson } from "../reference/comparison/view.ts";
import { Flow } from "../reference/flow.ts";

const NOW = "2026-01-05T01:00:00.000Z";
const STAFF = ["ann", "bob", "cai"];

/** Plays one case of two flows in the engine with the same steps; where they part, or null. */
export function runsAlike(one: WorkflowDefinition, other: WorkflowDefinition, run: Run): string | null {
  const sides = [sideOf(one), sideOf(other)] as const;
  const [first, second] = sides;
  if (!first || !second) return first === second ? null : "only one of them can be compiled";
  const player = playerOf(run);
  let action: Action | null = beginning(one, run);
  for (let step = 0; action !== null && step < 40; step++) {
    const [refusal, otherRefusal] = [first.act(action), second.act(action)];
    const told = `step ${step}, ${JSON.stringify(action)}`;
    if (refusal !== otherRefusal) return `${told}: ${refusal} ≠ ${otherRefusal}`;
    if (refusal !== null && step === 0) return null;
    const [view, otherView] = [first.view(), second.view()];
    if (sortedJson(view) !== sortedJson(otherView)) return `${told}: the cases differ`;
    action = player(view, step);
  }
  return null;
}

function sideOf(definition: WorkflowDefinition): EngineSide | null {
  const compiled = compile(definition);
  if (!compiled.ok) return null;
  return new EngineSide(compiled.program, new Flow(definition), NOW, (role) =>
    role === "staff" ? STAFF : [],
  );
}
