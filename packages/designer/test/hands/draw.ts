import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../src/model/document/index-of.ts";
import { elementTypeOf } from "../../src/model/element/element-types.ts";
import { FlowDetails } from "./details/flow-details.ts";
import { StepDetails } from "./details/step-details.ts";
import type { Hand } from "./hand.ts";

/** One thing to draw; steps are named as in the flow that is to come out. */
export type Act =
  | { readonly act: "flow" }
  | { readonly act: "begin"; readonly step: Node }
  | { readonly act: "beside"; readonly step: Node; readonly neighbour: string }
  /** The start that a new block has already; its end is taken away again. */
  | { readonly act: "given"; readonly step: Node; readonly block: string }
  | { readonly act: "append"; readonly step: Node; readonly source: string }
  | { readonly act: "attach"; readonly step: Node; readonly host: string }
  | { readonly act: "connect"; readonly edge: Edge }
  /** What the lines of a decision say, once all of them are there. */
  | { readonly act: "branches"; readonly step: Node; readonly edges: readonly Edge[] };

/**
 * The list of what to draw, the same for every hand: the flow's own settings, then block by block what begins it, what
 * stands beside it, and along the lines every step with the events on its edge.
 */
export function actsOf(target: WorkflowDefinition): readonly Act[] {
  const acts: Act[] = [{ act: "flow" }];
  block(target, null, acts);
  return acts;
}

function block(
  inside: { nodes: readonly Node[]; edges: readonly Edge[] },
  id: string | null,
  acts: Act[],
): void {
  const nodes = new Map(inside.nodes.map((node) => [node.id, node]));
  const entered = new Set(inside.edges.map(({ target }) => target));
  const beginnings = inside.nodes.filter((node) => node.kind === "start");
  const asides = inside.nodes.filter(
    (node) => node.kind !== "start" && node.kind !== "boundary" && !entered.has(node.id),
  );
  const [first, ...others] = beginnings;
  if (!first) throw new Error(`Nothing begins ${id ?? "the flow"}`);
  acts.push(id === null ? { act: "begin", step: first } : { act: "given", step: first, block: id });
  for (const step of others) acts.push({ act: "beside", step, neighbour: first.id });
  const blocks: Node[] = [];
  for (const step of asides) {
    acts.push({ act: "beside", step, neighbour: first.id });
    blocks.push(step);
  }
  const drawn = new Set([...beginnings, ...asides].map((node) => node.id));
  const queue = [...beginnings, ...asides];
  for (const node of queue) {
    const events = inside.nodes.filter((each) => each.kind === "boundary" && each.attachedTo === node.id);
    for (const event of events) {
      acts.push({ act: "attach", step: event, host: node.id });
      drawn.add(event.id);
      queue.push(event);
    }
    const lines = inside.edges.filter(({ source }) => source === node.id);
    for (const edge of lines) {
      const step = nodes.get(edge.target);
      if (!step || drawn.has(step.id)) acts.push({ act: "connect", edge });
      else {
        acts.push({ act: "append", step, source: node.id });
        drawn.add(step.id);
        queue.push(step);
        if (isContainer(step)) blocks.push(step);
      }
    }
    if (lines.some(({ name, condition, default: rest }) => name ?? condition ?? rest))
      acts.push({ act: "branches", step: node, edges: lines });
  }
  for (const each of blocks) if (isContainer(each)) block(each, each.id, acts);
}

/** Draws a flow on an empty ground with one hand and gives back what came out. */
export async function draw(
  hand: Hand,
  target: WorkflowDefinition,
  told: (act: Act, seconds: number) => void = () => {},
): Promise<WorkflowDefinition> {
  const ids = new Map<string, string>();
  const of = (id: string) => ids.get(id) ?? id;
  const steps = new StepDetails(hand, target);
  for (const act of actsOf(target)) {
    const from = performance.now();
    try {
      await perform(act);
    } catch (error) {
      throw new Error(`${called(act)}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
    told(act, (performance.now() - from) / 1000);
  }
  return hand.drawn();

  async function perform(act: Act): Promise<void> {
    switch (act.act) {
      case "flow":
        return new FlowDetails(hand).fill(target);
      case "begin":
        return made(act.step, await hand.begin());
      case "beside":
        return made(act.step, await hand.addBeside(of(act.neighbour), elementTypeOf(act.step)));
      case "append":
        return made(act.step, await hand.append(of(act.source), elementTypeOf(act.step)));
      case "attach":
        return made(act.step, await hand.attach(of(act.host), elementTypeOf(act.step)));
      case "given": {
        const block = indexOf(await hand.drawn()).nodes.get(of(act.block))?.node;
        const inside = block && isContainer(block) ? block.nodes : [];
        for (const { id, kind } of inside) if (kind === "end") await hand.remove(id);
        const start = inside.find(({ kind }) => kind === "start");
        return made(act.step, start?.id ?? "");
      }
      case "connect":
        return hand.connect(of(act.edge.source), of(act.edge.target));
      case "branches":
        await hand.open(of(act.step.id));
        return steps.branches(act.edges);
    }
  }

  async function made(step: Node, id: string): Promise<void> {
    ids.set(step.id, id);
    const now = indexOf(await hand.drawn()).nodes.get(id)?.node;
    if (!now) throw new Error(`${id} is not there`);
    if (!steps.isAsMeant(now, step)) {
      await hand.open(id);
      await steps.fill(step, now);
    }
  }
}

/** What an act is, for whoever looks at the list. */
export function called(act: Act): string {
  if (act.act === "flow") return "the flow";
  if (act.act === "connect") return `connect ${act.edge.source} to ${act.edge.target}`;
  return `${act.act} ${act.step.id}`;
}
