import type { WorkflowDefinition } from "@flowright/definition";
import {
  addBranch,
  type Command,
  connect,
  deleteSelection,
  duplicateBehind,
  ELEMENT_TYPES,
  type Gap,
  gapBeside,
  insertAt,
  moveItem,
  removeBranch,
  removeItem,
  treeOf,
} from "@flowright/designer/model";
import { columnsOf, containersOf } from "./columns.ts";

/** Three numbers choose an edit and where it happens in the flow as it is at that moment. */
export type EditChoice = readonly [number, number, number];

/** An edit as somebody could make it in the column of steps, or now and then on the canvas; null if there is none. */
export function randomEdit(
  definition: WorkflowDefinition,
  [what, first, second]: EditChoice,
): Command | null {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  const columns = containersOf(definition).flatMap(({ id }) => columnsOf(treeOf(definition, id)));
  const nodes = containersOf(definition).flatMap((inside) => inside.nodes.map(({ id }) => id));
  const gaps = columns.flatMap(({ items, tail }): Gap[] => [
    ...items.flatMap(({ entry }) => (entry.length > 0 ? [{ edges: entry }] : [])),
    ...("edge" in tail ? [{ edges: [tail.edge] }] : []),
    ...(tail.type === "open" ? [{ after: tail.source }] : []),
    ...(tail.type === "joins" ? [{ edges: tail.edges }] : []),
  ]);
  const forks = columns.flatMap(({ items }) => items.filter((item) => item.type === "split"));
  const node = pick(nodes, first) ?? "";
  const gap = pick(gaps, first);
  const fork = pick(forks, first);
  const branch = fork && pick(fork.branches, second);
  const element = pick(ELEMENT_TYPES, second);
  const beside = gapBeside(definition, node, second % 2 === 0 ? 1 : -1);
  const edits: readonly (Command | null | undefined)[] = [
    gap && element && insertAt(gap, element),
    fork?.node && element && addBranch(fork.node, element),
    removeItem(node),
    fork?.node && branch && removeBranch(fork.node, branch),
    gap && moveItem(pick(nodes, second) ?? "", gap),
    beside && moveItem(node, beside),
    duplicateBehind(node),
    connect(node, pick(nodes, second) ?? ""),
    deleteSelection([node], { heal: second % 2 === 0 }),
  ].map((edit) => (edit === "" ? null : edit));
  return edits[what % edits.length] ?? null;
}
