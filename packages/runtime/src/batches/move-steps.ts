import type { BatchMove } from "@flowright/client";
import { type Command, type InstanceState, type MigrationCheck, step } from "@flowright/engine";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Operation } from "../instances/operate-instance.ts";
import type { LoadedProgram } from "../turns/program-cache.ts";
import { refuseBatch } from "./batch-problems.ts";
import { nodeTexts } from "./node-texts.ts";
import { standingInCase } from "./standing-in-case.ts";

/** Cancels whatever stands at one step and begins another one as often, each in the scope of what it replaces. */
export function moving(caller: Pick<Caller, "user">, { from, to, reason }: BatchMove): Operation {
  return {
    name: "batch.move",
    body: { from, to, reason },
    by: "operate",
    decide: ({ state, program }) =>
      state === null
        ? refuseBatch("batch.nothing-there", nodeTexts(program, from))
        : moveCommand(caller, { from, to, reason }, state, program),
  };
}

function moveCommand(
  { user }: Pick<Caller, "user">,
  { from, to, reason }: Pick<BatchMove, "from" | "to" | "reason">,
  state: InstanceState,
  program: LoadedProgram,
): Result<Command> {
  const found = standingInCase({ state, program });
  if (!found.ok) return found;
  const standing = found.value.filter(({ node }) => node === from);
  if (standing.length === 0) return refuseBatch("batch.nothing-there", nodeTexts(program, from));
  const cancel = standing.map(({ token }) => token);
  const start = standing.map(({ scope }) => ({ node: to, scope }));
  return { ok: true, value: { kind: "instance.modify", cancel, start, by: user, reason } };
}

/** What moving would come to in a case: the problem in its way, or null. The engine tries it; nothing is stored. */
export function problemOfMoving(
  caller: Pick<Caller, "user">,
  operation: BatchMove,
  state: InstanceState,
  program: LoadedProgram,
): MigrationCheck["problems"][number] | null {
  const command = moveCommand(caller, operation, state, program);
  if (!command.ok) return command.refusal.problem;
  const tried = step(program.program, state, command.value, {
    now: new Date().toISOString(),
    membersOf: () => [],
  });
  return tried.ok ? null : tried.problem;
}
