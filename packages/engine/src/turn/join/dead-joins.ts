import { beginsAll, endAdHoc } from "../casework/ad-hoc.ts";
import { containerOf } from "../casework/container-of.ts";
import { isStill } from "../end-scope.ts";
import { raiseIncident } from "../incident.ts";
import { issue, type Turn } from "../turn.ts";
import { joinsIn, scopesWithJoins } from "./waiting-joins.ts";

/**
 * Tells of scopes in which nothing moves while tokens are still counted at joins, on a new token at the first such
 * join. A retry takes that token away: if the joins have not filled by then, it is told again.
 */
export function tellDeadJoins(turn: Turn): void {
  for (const scope of scopesWithJoins(turn)) {
    if (!isStill(turn, scope)) continue;
    const container = containerOf(turn, scope);
    if (container?.kind === "adHoc" && !beginsAll(container)) {
      // What is begun by hand may still fill them, unless nothing begins there any more.
      if (turn.draft.scopes[scope]?.ending) endAdHoc(turn, scope, container);
      continue;
    }
    // A case that is full has others that wait; once one of them is gone this is seen again.
    if (turn.alive >= turn.limits.tokens) return;
    const joins = joinsIn(turn, scope).map(({ id }) => id);
    const place = { v: 1, node: joins[0] ?? "", scope, token: issue(turn) } as const;
    const failure = { code: "join.never-fills", params: { joins: joins.join(", ") } } as const;
    raiseIncident(turn, place, failure, { do: "withdraw" });
  }
}
