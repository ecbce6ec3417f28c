import { isActivity, isContainer } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { tokensAt } from "../../run/waits-at.ts";
import { CHOICES } from "../flow/overlay.ts";
import { steeredFlow } from "../flow/steered-flow.ts";
import type { RunParts } from "../run-parts.ts";
import { RunRefusal } from "../run-problems.ts";
import { complete, deliver } from "./complete.ts";
import { OPERATOR, whoDoes } from "./doing.ts";
import { nodeFor, notFor, nothingWaits, ofScope } from "./refusals.ts";
import type { CommandOf, RunCommand } from "./run-command.ts";
import { startCase } from "./start-case.ts";
import { casesFor, isWithin, type NumberedCase, oldestToken, oldestWait } from "./targets.ts";
import { trigger } from "./trigger.ts";

type Carried = Exclude<RunCommand, { do: "advance" | "state" | "restore" }>;

/** Carries out one command of an interactive run; throws what it is refused with. */
export function carryOut(run: RunParts, command: Carried): JsonObject | undefined {
  const { world } = run;
  switch (command.do) {
    case "start":
      startCase(run, command);
      return undefined;
    case "complete":
      complete(run, command);
      return undefined;
    case "fail":
      fail(run, command);
      return undefined;
    case "throw":
      throwAt(run, command);
      return undefined;
    case "message":
      return { message: sendMessage(run, command) };
    case "signal":
      world.signal(command.name, command.data ?? {});
      return undefined;
    case "trigger":
      trigger(run, command);
      return undefined;
    case "choose":
      choose(run, command);
      return undefined;
    case "hold":
      hold(run, command);
      return undefined;
    case "set":
      world.command(caseFor(run, command.scope).one, {
        kind: "variables.set",
        variables: command.variables,
        by: OPERATOR,
      });
      return undefined;
    case "cancel":
      world.command(caseFor(run, command.scope).one, {
        kind: "instance.cancel",
        by: OPERATOR,
        reason: command.reason ?? "-",
      });
      return undefined;
    case "modify":
      modify(run, command);
      return undefined;
    case "return":
      sendBack(run, command);
      return undefined;
    case "retry":
      retry(run, command);
      return undefined;
  }
}

function caseFor(run: RunParts, scope: string | undefined): NumberedCase {
  const [found] = casesFor(run.world, scope);
  if (found === undefined) throw new RunRefusal("run.not-started", ofScope(scope), { path: "/scope" });
  return found;
}

function fail(run: RunParts, command: CommandOf<"fail">): void {
  const { node, scope, message = "failed" } = command;
  nodeFor(run, node);
  const target = oldestWait(run.world, node, ["job"], scope);
  if (target === null) throw nothingWaits(run, command);
  run.world.command(target.found.one, { kind: "job.fail", job: target.wait.id, message });
}

function throwAt(run: RunParts, command: CommandOf<"throw">): void {
  const { node, scope, code, message = code, escalation = false } = command;
  nodeFor(run, node);
  const target = oldestToken(run.world, node, scope);
  if (target === null) throw nothingWaits(run, command);
  const kind = escalation ? "escalation.throw" : "error.throw";
  run.world.command(target.found.one, { kind, token: target.token, code, message });
}

function sendMessage(run: RunParts, { name, key, data = {}, id, scope }: CommandOf<"message">): string {
  const { world } = run;
  if (key !== undefined && scope === undefined) return world.message({ name, key, data, id });
  for (const found of casesFor(world, scope)) {
    for (const [number, row] of found.one.rows.subscriptions) {
      if (row.type !== "message" || row.name !== name) continue;
      if (key !== undefined && row.key !== key) continue;
      deliver(run, found, "message", number, data);
      return "delivered";
    }
  }
  return world.message({ name, key: key ?? null, data, id });
}

function choose(run: RunParts, { node, edges }: CommandOf<"choose">): void {
  const { kind } = nodeFor(run, node);
  if (!CHOICES.has(kind)) throw notFor("choose", node, kind, [...CHOICES]);
  const lines = run.known.linesFrom(node);
  const known = lines.map(({ id }) => id);
  const otherwise = lines.filter((line) => line.default).map(({ id }) => id);
  const alone = kind === "exclusive" || edges.some((edge) => otherwise.includes(edge));
  if (edges.some((edge) => !known.includes(edge)) || (alone && edges.length > 1)) {
    const params = { node, edges: edges.join(", "), known: known.join(", ") };
    throw new RunRefusal("run.not-its-lines", params, { path: "/edges", node });
  }
  run.steering.chosen.set(node, edges);
}

function hold(run: RunParts, { node }: CommandOf<"hold">): void {
  const drawn = nodeFor(run, node);
  if (!isActivity(drawn)) throw notFor("hold", node, drawn.kind, ["userTask", "subProcess", "…"]);
  // The steps in a held sub-process are not there, so nothing may stand on them.
  const inside = casesFor(run.world, undefined).find(({ one }) =>
    Object.values(one.state.scopes).some((scope) => scope.node === node),
  );
  if (inside !== undefined && isContainer(drawn))
    throw new RunRefusal("run.under-way", { node, case: inside.name }, { path: "/node", node });
  run.steering.held.add(node);
  const drawings = run.definitions.filter(({ id }) => run.known.node(id, node) !== undefined);
  // Where something at its edge needs what is in it, such as a cancellation, it cannot stand there as a mere wait.
  if (drawings.some((definition) => !steeredFlow(definition, run.steering).ok)) {
    run.steering.held.delete(node);
    throw notFor("hold", node, drawn.kind, ["userTask", "subProcess", "…"]);
  }
  for (const { id } of drawings) run.exchange(id);
}

function modify(run: RunParts, { cancel = [], start = [], reason = "-", scope }: CommandOf<"modify">): void {
  for (const node of [...cancel, ...start]) nodeFor(run, node);
  const found = caseFor(run, scope);
  const { state } = found.one;
  const tokens = cancel.map((node) => {
    const [token] = tokensAt(state, node)
      .filter((id) => isWithin(state, state.tokens[id]?.s ?? 0, found, scope))
      .sort((a, b) => a - b);
    if (token === undefined) throw nothingWaits(run, { do: "modify", node, scope });
    return token;
  });
  run.world.command(found.one, {
    kind: "instance.modify",
    cancel: tokens,
    start: start.map((node) => ({ node })),
    by: OPERATOR,
    reason,
  });
}

function sendBack(run: RunParts, command: CommandOf<"return">): void {
  const { node, scope, to, reason = "-", way } = command;
  nodeFor(run, node);
  const target = oldestWait(run.world, node, ["task"], scope);
  const task = target?.found.one.rows.tasks.get(target.wait.id);
  if (target === null || task === undefined) throw nothingWaits(run, command);
  run.world.command(target.found.one, {
    kind: "task.return",
    task: task.task,
    by: whoDoes(task),
    reason,
    to,
    way,
  });
}

function retry(run: RunParts, command: CommandOf<"retry">): void {
  nodeFor(run, command.node);
  const target = oldestWait(run.world, command.node, ["incident"], command.scope);
  if (target === null) throw nothingWaits(run, command);
  run.world.command(target.found.one, {
    kind: "incident.retry",
    incident: target.wait.id,
    by: OPERATOR,
  });
}
