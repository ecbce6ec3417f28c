import { type InstanceState, programFor, standingOf } from "@flowright/engine";
import type { Result } from "../contract/result.ts";
import { refuseTurn } from "../turns/turn-problems.ts";
import type { TurnView } from "../turns/turn-request.ts";

/**
 * Where a case stands, for a command that is worked out from it. A state that names steps which its flow does not have
 * is damaged: what it says about where the case stands means nothing.
 */
export function standingInCase({
  state,
  program,
}: Pick<TurnView, "program"> & { readonly state: InstanceState }): Result<ReturnType<typeof standingOf>> {
  const { nodes } = programFor(program.program, state);
  const standing = standingOf(state);
  return standing.every(({ node }) => nodes.has(node))
    ? { ok: true, value: standing }
    : refuseTurn("case.state-damaged");
}
