import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { type Command, type Outcome, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { parallel } from "../../element/decisions.ts";
import { type Found, findItem } from "../find-item.ts";
import type { Item } from "../tree.ts";
import { carriedWith } from "./carried-with.ts";
import { finished } from "./finished.ts";

/**
 * Has a step done at the same time as the one before it: both become branches that begin together and are waited for
 * together. Where what stands before is such branches already, the step becomes another one of them.
 */
export function besidePrevious(node: string): Command {
  return {
    label: { en: "Do at the same time", "zh-CN": "设为同时进行" },
    execute(definition) {
      const found = findItem(definition, node);
      const previous = found?.sequence.items[found.at - 1];
      const first = found && found.item.type !== "free" ? found.item.node : null;
      const { nodes } = indexOf(definition);
      if (!found || first === null || !previous || firstOf(previous) === null || !isWork(nodes, first)) {
        return refused(
          "beside.nothing-before",
          "Only a step with another step before it can be done at the same time.",
          "前面有其他节点的节点才能设为同时进行。",
        );
      }
      if (previous.entry.length === 0 || nodes.get(firstOf(previous) ?? "")?.node.kind === "start") {
        return refused(
          "beside.after-start",
          "Nothing can be done at the same time as the start.",
          "不能与开始同时进行。",
        );
      }
      const join = joinOf(definition, previous);
      return join === null
        ? newBranches(definition, found, first, previous)
        : anotherBranch(definition, found, first, firstOf(previous) ?? "", join);
    },
  };
}

function firstOf(item: Item): string | null {
  return item.type === "free" ? null : item.node;
}

function isWork(nodes: ReturnType<typeof indexOf>["nodes"], id: string): boolean {
  const kind = nodes.get(id)?.node.kind;
  return kind !== undefined && kind !== "start" && kind !== "end";
}

/** The gateway that waits for the branches of an item that begin together; null if it is not of that sort. */
function joinOf(definition: WorkflowDefinition, item: Item): string | null {
  if (item.type !== "split" || item.node === null || item.join === null) return null;
  const { nodes } = indexOf(definition);
  const both = [item.node, item.join].every((id) => nodes.get(id)?.node.kind === "parallel");
  return both ? item.join : null;
}

function newBranches(definition: WorkflowDefinition, found: Found, first: string, previous: Item): Outcome {
  const newId = idsFor(definition);
  const [fork, join] = [newNode(parallel, newId, {}), newNode(parallel, newId, {})];
  const behind = behindOf(definition, found);
  const turned = redirected(definition, newId, found, join.id, join.id);
  const lines = turned.map((edge) =>
    previous.entry.includes(edge.id) ? { ...edge, target: fork.id } : edge,
  );
  const begins = [firstOf(previous) ?? "", first].map(
    (target): Edge => ({ id: newId("edge"), source: fork.id, target }),
  );
  const ends: Edge[] = behind === null ? [] : [{ id: newId("edge"), source: join.id, target: behind }];
  return put(definition, first, [fork, join], [...lines, ...begins, ...ends]);
}

function anotherBranch(
  definition: WorkflowDefinition,
  found: Found,
  first: string,
  fork: string,
  join: string,
): Outcome {
  const newId = idsFor(definition);
  const behind = behindOf(definition, found);
  const turned = redirected(definition, newId, found, join, behind);
  const begin: Edge = { id: newId("edge"), source: fork, target: first };
  return put(definition, first, [], [...turned, begin]);
}

/** The step that follows; null if none does. */
function behindOf(definition: WorkflowDefinition, found: Found): string | null {
  const [exit] = carriedWith(definition, found).exits;
  return exit === undefined ? null : (indexOf(definition).edges.get(exit)?.edge.target ?? null);
}

/** Lines of the block: those behind the step lead to `join`, those to the step to `before` (null: they go). */
function redirected(
  definition: WorkflowDefinition,
  newId: (prefix: string) => string,
  found: Found,
  join: string,
  before: string | null,
): Edge[] {
  const { exits } = carriedWith(definition, found);
  const container = indexOf(definition).nodes.get(firstOf(found.item) ?? "")?.parent?.id ?? null;
  const inside = containerOf(definition, container)?.edges ?? [];
  const turned = inside.flatMap((edge): Edge[] => {
    if (found.item.entry.includes(edge.id)) return before === null ? [] : [{ ...edge, target: before }];
    return [exits.includes(edge.id) ? { ...edge, target: join } : edge];
  });
  const { tail, items } = found.sequence;
  const open = exits.length === 0 && tail.type === "open" && found.at === items.length - 1;
  return open ? [...turned, { id: newId("edge"), source: tail.source, target: join }] : turned;
}

function put(definition: WorkflowDefinition, first: string, fresh: readonly Node[], edges: Edge[]): Outcome {
  const container = indexOf(definition).nodes.get(first)?.parent?.id ?? null;
  const inside = containerOf(definition, container);
  return finished(definition, {
    container,
    nodes: [...(inside?.nodes ?? []), ...fresh],
    edges,
    fresh: [...fresh.map(({ id }) => id), first],
    selection: [first],
  });
}
