import { refusal } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

/** Why a token cannot be cancelled by hand. */
export function notCancellable({ draft }: Turn, token: number): Refused {
  const standing = Object.hasOwn(draft.tokens, token) ? draft.tokens[token] : undefined;
  if (standing === undefined) return refusal("modify.token-unknown", { token });
  // What is counted of the instances would no longer be true.
  if (draft.scopes[standing.s]?.i !== undefined)
    return refusal("modify.instance", { token, node: standing.n }, { node: standing.n });
  return null;
}

/** The tokens that go with those that are cancelled: what is inside of them, and what undoes something for them. */
export function cancelledBy({ draft }: Turn, cancel: readonly number[]): ReadonlySet<number> {
  const gone = new Set<number>();
  const open = [...cancel];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    if (gone.has(token)) continue;
    gone.add(token);
    for (const id in draft.tokens) {
      const { s = -1, u } = draft.tokens[id] ?? {};
      if (u === token || draft.scopes[s]?.parent === token) open.push(Number(id));
    }
  }
  return gone;
}
