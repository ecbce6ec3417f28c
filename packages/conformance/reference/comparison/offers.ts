import { offersIn, removableInstances } from "../commands/casework.ts";
import { repairs } from "../commands/modify.ts";
import { placesInPlan } from "../commands/plan.ts";
import type { Game } from "../game/game.ts";
import type { Scope } from "../game/state.ts";
import { pathIn } from "./held-waits.ts";
import type { Offer, RepairAction } from "./view.ts";

/** Scopes that have a name of their own. */
function namedScopes(game: Game): { readonly scope: Scope; readonly path: string }[] {
  const scopes = [...game.state.scopes.values()].map((scope) => ({ scope, path: pathIn(game, scope.id) }));
  return scopes.filter(({ path }) => scopes.filter((other) => other.path === path).length === 1);
}

/** What may be repaired by hand, where the name tells what is meant. */
export function repairsOf(game: Game): RepairAction[] {
  return namedScopes(game).flatMap(({ scope, path }) =>
    repairs(game, scope).map((repair): RepairAction => ({ do: "modify", path, ...repair })),
  );
}

/** What people may do beside what waits, where the name tells what is meant. */
export function offersOf(game: Game): Offer[] {
  return namedScopes(game).flatMap(({ scope, path }): Offer[] => {
    const { container } = game.flow.place(scope.of);
    const isAdHoc = container?.kind === "adHoc" && scope.instance === null && !scope.revived;
    const ways = placesInPlan(game, scope);
    const tokens = [...game.state.tokens.values()].filter(
      (token) => token.scope === scope.id && token.repetition?.standard === false && token.incident === null,
    );
    const alone = tokens.filter(({ at }) => tokens.filter((other) => other.at === at).length === 1);
    return [
      ...offersIn(game, scope.id).map((node): Offer => ({ do: "begin", path, node })),
      ...(isAdHoc && !scope.closing ? [{ do: "end", path } as const] : []),
      ...(ways.length === 0 ? [] : [{ do: "plan", path, ways } as const]),
      ...alone.flatMap((token): Offer[] => [
        { do: "add", path, node: token.at },
        ...removableInstances(game, token.id).map(
          (index): Offer => ({ do: "remove", path, node: token.at, index }),
        ),
      ]),
    ];
  });
}
