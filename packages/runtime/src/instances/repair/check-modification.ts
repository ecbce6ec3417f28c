import type { ModificationCheck, PlanModification } from "@flowright/client";
import type { Node } from "@flowright/definition";
import { type InstanceState, step } from "@flowright/engine";
import type { Caller } from "../../contract/caller.ts";
import type { Result } from "../../contract/result.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import { namedProblem } from "./named-problem.ts";
import { tryOnCase } from "./try-on-case.ts";

/** Tells beforehand what a repair by hand would cancel, keep and begin; the engine tries it, nothing is stored. */
export async function checkModification(
  parts: TurnParts,
  caller: Caller,
  id: string,
  { cancel = [], start = [] }: PlanModification,
): Promise<Result<ModificationCheck>> {
  return await tryOnCase(parts, caller, id, null, ({ state, program }) => {
    const command = { kind: "instance.modify", cancel, start, by: caller.user, reason: "-" } as const;
    const tried = step(program.program, state, command, {
      now: new Date().toISOString(),
      membersOf: () => [],
    });
    return { ok: true, value: toldOf(state, tried, start, program.nodes) };
  });
}

function toldOf(
  state: InstanceState,
  tried: ReturnType<typeof step>,
  start: readonly { readonly node: string }[],
  nodes: ReadonlyMap<string, Node>,
): ModificationCheck {
  if (!tried.ok) {
    return { ok: false, cancelled: [], kept: [], begun: [], problem: namedProblem(tried.problem, nodes) };
  }
  const ended = new Set(
    tried.events.flatMap((event) => (event.kind === "node.cancelled" ? [event.token] : [])),
  );
  const standing = Object.entries(state.tokens).filter(([, { l }]) => l === undefined);
  const stood = (gone: boolean) => [
    ...new Set(standing.flatMap(([token, { n }]) => (ended.has(Number(token)) === gone ? [n] : []))),
  ];
  return {
    ok: true,
    cancelled: stood(true),
    kept: stood(false),
    begun: [...new Set(start.map(({ node }) => node))],
    problem: null,
  };
}
