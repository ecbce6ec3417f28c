import type { JsonObject } from "@flowright/engine";
import { offersOf } from "@flowright/engine";
import type { RunParts } from "../run-parts.ts";
import { answerJob, OPERATOR, taskCommand } from "./doing.ts";
import { nodeFor, nothingWaits } from "./refusals.ts";
import type { CommandOf } from "./run-command.ts";
import { casesFor, isWithin, type NumberedCase, oldestWait } from "./targets.ts";

/** What waits at a node is done: by a person, a system, or what it waits for happens. */
export function complete(run: RunParts, command: CommandOf<"complete">): void {
  const { world, known } = run;
  const { node, scope, data, outcome, comment } = command;
  const drawn = nodeFor(run, node);
  if (drawn.kind === "adHoc" && finishAdHoc(run, command)) return;
  const target = oldestWait(world, node, ["task", "job", "message", "signal", "timer"], scope);
  if (target === null) throw nothingWaits(run, command);
  const { one } = target.found;
  const { id, kind } = target.wait;
  if (kind === "task") {
    const task = one.rows.tasks.get(id);
    if (task !== undefined) world.command(one, taskCommand(one, task, { data, outcome, comment }));
  } else if (kind === "job") {
    const job = one.rows.jobs.get(id);
    if (job !== undefined) answerJob(world, one, job, { result: data }, known);
  } else deliver(run, target.found, kind, id, data ?? {});
}

/** What an event waits for happens to it alone. */
export function deliver(
  run: RunParts,
  { one }: NumberedCase,
  kind: string,
  id: number,
  data: JsonObject,
): void {
  const { world } = run;
  const row = one.rows.subscriptions.get(id);
  if (kind === "timer") world.command(one, { kind: "timer.fire", timer: id });
  else if (row !== undefined) {
    const { name, key } = row;
    const told = { name, id: world.newId(), data };
    if (kind === "signal") world.command(one, { kind: "signal.deliver", subscription: id, signal: told });
    else world.command(one, { kind: "message.deliver", subscription: id, message: { ...told, key } });
  }
}

function finishAdHoc(run: RunParts, { node, scope }: CommandOf<"complete">): boolean {
  for (const found of casesFor(run.world, scope)) {
    const { state } = found.one;
    const [open] = Object.entries(state.scopes).filter(
      ([id, one]) => one.node === node && one.i === undefined && isWithin(state, Number(id), found, scope),
    );
    if (open === undefined) continue;
    run.world.command(found.one, { kind: "adHoc.finish", scope: Number(open[0]), by: OPERATOR });
    return true;
  }
  return false;
}

/** A step of an ad-hoc part that people may begin is begun. */
export function beginOffered(run: RunParts, { node, scope }: CommandOf<"trigger">): boolean {
  for (const found of casesFor(run.world, scope)) {
    const { state, flow } = found.one;
    const offer = offersOf(flow.program, state).find(
      (one) => one.node === node && isWithin(state, one.scope, found, scope),
    );
    if (offer === undefined) continue;
    run.world.command(found.one, { kind: "adHoc.start", scope: offer.scope, node, by: OPERATOR });
    return true;
  }
  return false;
}
