import type { Game } from "../game/game.ts";
import type { AddedStep, Scope } from "../game/state.ts";
import { settle } from "../moves/settle.ts";
import { freeSteps } from "../steps/plan.ts";

/** A step that was added to the drawing comes into each opening of its plan that is under way. */
export function beginAddedStep(game: Game, { plan, node }: AddedStep): void {
  for (const scope of openings(game, plan)) {
    game.newToken(scope, node.id).waitsInPlan = true;
    freeSteps(game, scope);
  }
  settle(game);
}

/** Where one more step may come in: after any step, before any that waits still wherever the plan is open. */
export function placesInPlan(
  game: Game,
  scope: Scope,
): { readonly after: readonly string[]; readonly before: readonly string[] }[] {
  const { container, nodes } = game.flow.place(scope.of);
  if (container?.kind !== "plan" || scope.instance !== null || scope.revived) return [];
  const all = openings(game, container.id);
  const waits = (id: string) =>
    all.every((one) => game.tokensIn(one).some(({ at, waitsInPlan }) => at === id && waitsInPlan));
  const steps = nodes.map(({ id }) => id);
  const after: string[][] = [[], ...steps.map((id) => [id])];
  const before: string[][] = [[], ...steps.filter(waits).map((id) => [id])];
  const goesRound = (one: readonly string[], other: readonly string[]) =>
    one.some((first) => other.some((then) => then === first || game.flow.leadsTo(then, first)));
  return after.flatMap((one) =>
    before.flatMap((other) => (goesRound(one, other) ? [] : [{ after: one, before: other }])),
  );
}

function openings(game: Game, plan: string): Scope[] {
  return [...game.state.scopes.values()].filter(
    ({ of, instance, revived }) => of === plan && instance === null && !revived,
  );
}
