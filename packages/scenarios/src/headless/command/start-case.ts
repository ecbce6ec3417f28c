import type { Node, WorkflowDefinition } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import type { Flow } from "../../alone/world.ts";
import { steeredFlow } from "../flow/steered-flow.ts";
import type { RunParts } from "../run-parts.ts";
import { RunRefusal } from "../run-problems.ts";
import { OPERATOR } from "./doing.ts";
import type { CommandOf } from "./run-command.ts";

type Start = Extract<Node, { kind: "start" }>;

/** A case starts at a start event, whatever triggers it; the variables are also what its message or signal brings. */
export function startCase(run: RunParts, { process, node, variables = {} }: CommandOf<"start">): void {
  const definition = flowFor(run, process ?? run.process, node);
  const start = startFor(definition, node);
  run.world.start(flowAt(run, definition, start), {
    kind: "instance.start",
    variables,
    by: OPERATOR,
    start: start === null ? undefined : triggerOf(run, start, variables),
  });
}

/** The flow as it begins at a start: the engine takes the first of those without a trigger. */
function flowAt(run: RunParts, definition: WorkflowDefinition, start: Start | null): Flow {
  const usual = definition.nodes.find(isByHand);
  if (start === null || start === usual || !isByHand(start)) return run.world.flow(definition.id);
  const steered = steeredFlow(definition, run.steering, start.id);
  return steered.ok ? steered.flow : run.world.flow(definition.id);
}

/** The flow that is named, or that has the start; else the first that can be started by hand, or the first. */
function flowFor(run: RunParts, process: string | undefined, node: string | undefined): WorkflowDefinition {
  const { definitions } = run;
  if (process !== undefined) {
    const found = definitions.find(({ id }) => id === process);
    if (found !== undefined) return found;
    const known = definitions.map(({ id }) => id).join(", ");
    throw new RunRefusal("run.no-flow", { process, known }, { path: "/process" });
  }
  const having = definitions.find(({ nodes }) => nodes.some(({ id }) => id === node));
  const byHand = definitions.find(({ nodes }) => nodes.some(isByHand));
  const found = having ?? byHand ?? definitions[0];
  if (found === undefined) throw new RunRefusal("run.no-flow", { process: "", known: "–" });
  return found;
}

/** The start that is named; else the one by hand, else the first. Null where none is drawn: the engine refuses it. */
function startFor({ id, nodes }: WorkflowDefinition, node: string | undefined): Start | null {
  const starts = nodes.filter((one) => one.kind === "start");
  if (node === undefined) return starts.find(isByHand) ?? starts[0] ?? null;
  const found = starts.find((one) => one.id === node);
  if (found !== undefined) return found;
  const params = {
    process: id,
    node: ` ${node}`,
    known: starts.map((one) => one.id).join(", ") || "–",
  };
  throw new RunRefusal("run.no-start", params, { path: "/node", node });
}

function isByHand(node: Node): boolean {
  return node.kind === "start" && (node.trigger?.type ?? "none") === "none";
}

function triggerOf(run: RunParts, { id, trigger }: Start, data: JsonObject) {
  switch (trigger?.type) {
    case "message":
      return {
        node: id,
        message: { name: trigger.message.name, key: null, id: run.world.newId(), data },
      };
    case "signal":
      return { node: id, signal: { name: trigger.signal.name, id: run.world.newId(), data } };
    case "timer":
      return { node: id, timer: true as const };
    case "condition":
      return { node: id, condition: true as const };
    default:
      return undefined;
  }
}
