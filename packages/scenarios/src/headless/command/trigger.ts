import type { BoundaryTrigger, Node, StartTrigger } from "@flowright/definition";
import type { RunParts } from "../run-parts.ts";
import { beginOffered, complete, deliver } from "./complete.ts";
import { OPERATOR } from "./doing.ts";
import { nodeFor, notFor, nothingWaits } from "./refusals.ts";
import type { CommandOf } from "./run-command.ts";
import { startCase } from "./start-case.ts";
import { casesFor, isWithin, oldestCondition, oldestToken, oldestWait } from "./targets.ts";

type Trigger = CommandOf<"trigger">;

/** The event at a node happens now: what it waits for comes, its time is there, its condition holds, its error is thrown. */
export function trigger(run: RunParts, command: Trigger): void {
  const { node, scope, data = {} } = command;
  const drawn = nodeFor(run, node);
  const target = oldestWait(run.world, node, ["timer", "message", "signal"], scope);
  if (target !== null) {
    deliver(run, target.found, target.wait.kind, target.wait.id, data);
    return;
  }
  if (meetCondition(run, command) || throwFor(run, command, drawn) || beginOffered(run, command)) return;
  const process = run.definitions.find(({ nodes }) => nodes.some(({ id }) => id === node));
  if (drawn.kind === "start" && process !== undefined)
    startCase(run, { do: "start", process: process.id, node, variables: data });
  else if (drawn.kind === "boundary" || drawn.kind === "catch") throw nothingWaits(run, command);
  else if (oldestWait(run.world, node, ["task", "job"], scope) !== null)
    complete(run, { do: "complete", node, scope, data });
  else throw nothingWaits(run, command);
}

/** A condition that is waited for holds once, whatever the data; what was to be asked is asked again after it. */
function meetCondition(run: RunParts, { node, scope }: Trigger): boolean {
  const { world, steering } = run;
  const found = oldestCondition(world, node, scope);
  if (found === null) return false;
  const ask = () => world.command(found.one, { kind: "variables.set", variables: {}, by: OPERATOR });
  steering.forced.add(node);
  ask();
  steering.forced.delete(node);
  // One that does not interrupt waits for its next change; it has to be seen that it no longer holds.
  if (oldestCondition(world, node, found.name) !== null) ask();
  return true;
}

/** An error or escalation that the node would catch is thrown where it would. */
function throwFor(run: RunParts, command: Trigger, drawn: Node): boolean {
  const event = eventOf(drawn);
  if (event === null) return false;
  if (event.type === "compensation" || event.type === "cancel")
    throw notFor("trigger", drawn.id, event.type, [
      "timer",
      "message",
      "signal",
      "condition",
      "error",
      "escalation",
    ]);
  if (event.type !== "error" && event.type !== "escalation") return false;
  const host =
    drawn.kind === "boundary"
      ? oldestToken(run.world, drawn.attachedTo, command.scope)
      : besideOf(run, command);
  if (host === null) throw nothingWaits(run, command);
  const kind = event.type === "error" ? "error.throw" : "escalation.throw";
  const code = event.code ?? event.type;
  run.world.command(host.found.one, { kind, token: host.token, code, message: code });
  return true;
}

function eventOf(node: Node): BoundaryTrigger | StartTrigger | null {
  if (node.kind === "boundary") return node.event;
  return node.kind === "start" ? (node.trigger ?? null) : null;
}

/** The oldest step under way beside the event sub-process whose start is meant. */
function besideOf(run: RunParts, { node, scope }: Trigger) {
  for (const found of casesFor(run.world, scope)) {
    const { state, flow } = found.one;
    const start = flow.program.nodes.get(node);
    const block = start?.scope.container;
    const around = block == null ? undefined : flow.program.nodes.get(block)?.scope;
    for (const [id, { s, n, l, w }] of Object.entries(state.tokens)) {
      const standing = flow.program.nodes.get(n);
      if (l !== undefined || w?.incident !== undefined || standing?.scope !== around) continue;
      if (isWithin(state, s, found, scope)) return { found, token: Number(id) };
    }
  }
  return null;
}
