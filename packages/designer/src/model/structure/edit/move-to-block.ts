import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { type Outcome, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import type { Found } from "../find-item.ts";
import type { Carried } from "./carried-with.ts";
import { arrangedLike, type Draft, wiredUp } from "./finished.ts";
import { withFreePlaces } from "./free-places.ts";
import { draftAt, type Gap, placeOf } from "./insert-at.ts";

/** What is moved. */
export interface Moved {
  readonly found: Found;
  /** Its first step. */
  readonly first: string;
  readonly carried: Carried;
  /** Its step that something could follow though nothing does; null where something follows. */
  readonly open: string | null;
}

/**
 * Moves an item out of its block into another one, under the same ids. What led to it leads on to what followed;
 * what it led on to is what stands behind the gap.
 */
export function moveToBlock(
  definition: WorkflowDefinition,
  { found, first, carried, open }: Moved,
  gap: Gap,
): Outcome {
  const { nodes } = indexOf(definition);
  const from = nodes.get(first)?.parent?.id ?? null;
  const inside = containerOf(definition, from) ?? { nodes: [], edges: [] };
  const { steps } = carried;
  const to = placeOf(definition, gap);
  for (let id = to?.container ?? null; id !== null; id = nodes.get(id)?.parent?.id ?? null) {
    if (steps.has(id)) {
      return refused(
        "move.into-itself",
        "A block cannot be moved into itself.",
        "不能把分组移到它自己里面。",
      );
    }
  }
  const moves = (node: Node) =>
    steps.has(node.id) || (node.kind === "boundary" && steps.has(node.attachedTo));
  const moved = inside.nodes.filter(moves);
  const ids = new Set(moved.map(({ id }) => id));
  const exits = new Set(carried.exits);
  const leaving = inside.edges.filter(({ source }) => ids.has(source));
  const within = leaving.filter(({ target }) => ids.has(target));
  const strays = leaving.some(({ id, target }) => !ids.has(target) && !exits.has(id));
  const entered = inside.edges.some(
    ({ id, source, target }) => ids.has(target) && !ids.has(source) && !found.item.entry.includes(id),
  );
  if (strays || entered) {
    return refused(
      "move.lines-leave",
      "Lines lead from or to steps that would stay behind. Take these lines away first.",
      "有连线通向不随之移动的节点，请先删除这些连线。",
    );
  }
  const behind = inside.edges.find(({ id }) => exits.has(id))?.target ?? null;
  const taken = wiredUp(definition, {
    container: from,
    nodes: inside.nodes.filter((node) => !ids.has(node.id)),
    edges: inside.edges.flatMap((edge) => {
      if (!found.item.entry.includes(edge.id)) return ids.has(edge.source) ? [] : [edge];
      return behind === null ? [] : [{ ...edge, target: behind }];
    }),
    fresh: [],
    selection: [],
  });
  if (!taken.ok) return taken;
  const head = moved.find(({ id }) => id === first);
  if (!head) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
  const put = draftAt(taken.definition, gap, elementTypeOf(head), (target, newId) => ({
    nodes: moved.map(withoutPlace),
    edges: [...within, ...waysOn(leaving, exits, open, target, newId)],
    first,
    selected: first,
  }));
  if (!put.ok) return put;
  const wired = wiredUp(taken.definition, put.draft);
  if (!wired.ok) return wired;
  const settled = placed(definition, wired.definition, from, put.draft);
  return { ok: true, definition: settled, selection: wired.selection };
}

/** Blocks that were tidy are tidy again, those around them too; in one arranged by hand what came gets a free place. */
function placed(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  from: string | null,
  { container, fresh }: Draft,
): WorkflowDefinition {
  const inside =
    arrangedLike(before, after, container) ?? withFreePlaces(before, after, container, [...fresh]);
  const others = new Set([from, ...around(before, from), ...around(before, container)]);
  others.delete(container);
  let definition = inside;
  for (const each of others) definition = arrangedLike(before, definition, each) ?? definition;
  return definition;
}

/** The blocks around one, the flow itself (null) last. */
function around(definition: WorkflowDefinition, container: string | null): (string | null)[] {
  if (container === null) return [];
  const outer = indexOf(definition).nodes.get(container)?.parent?.id ?? null;
  return [outer, ...around(definition, outer)];
}

function waysOn(
  leaving: readonly Edge[],
  exits: ReadonlySet<string>,
  open: string | null,
  target: string | null,
  newId: (prefix: string) => string,
): Edge[] {
  if (target === null) return [];
  if (open !== null) return [{ id: newId("edge"), source: open, target }];
  return leaving.filter(({ id }) => exits.has(id)).map((edge) => ({ ...edge, target }));
}

/** Its place belonged to the other block. */
function withoutPlace(node: Node): Node {
  if (node.kind === "boundary") return node;
  const { position: _, ...rest } = node;
  return rest;
}
