import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { type Item, type Sequence, type Tree, treeOf } from "@flowright/designer/model";

export interface Inside {
  readonly id: string | null;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The flow and every block in it. */
export function containersOf(definition: WorkflowDefinition): Inside[] {
  const found: Inside[] = [{ id: null, nodes: definition.nodes, edges: definition.edges }];
  for (const { nodes } of found) {
    for (const node of nodes) {
      if (isContainer(node)) found.push({ id: node.id, nodes: node.nodes, edges: node.edges });
    }
  }
  return found;
}

/** Every column of a tree: the main one, those beside it, those of branches. */
export function columnsOf(tree: Tree): Sequence[] {
  const found = [tree.main, ...tree.asides];
  for (const { items } of found) {
    for (const item of items) {
      if (item.type === "split") found.push(...item.branches.map(({ body }) => body));
    }
  }
  return found;
}

/** What a column leaves out of a flow or shows more than once; empty if nothing. */
export function lostIn(definition: WorkflowDefinition): string[] {
  return containersOf(definition).flatMap(({ id, nodes, edges }) => {
    const columns = columnsOf(treeOf(definition, id));
    const items = columns.flatMap((column) => column.items);
    const shown = items.flatMap(stepsOf);
    const twice = shown.filter((step, at) => shown.indexOf(step) !== at);
    const present = new Set(nodes.map((node) => node.id));
    const onEdge = (node: Node) => node.kind === "boundary" && present.has(node.attachedTo);
    const steps = nodes.filter((node) => !onEdge(node)).map((node) => node.id);
    const missing = steps.filter((step) => !shown.includes(step));
    const lines = new Set(columns.flatMap(linesOf));
    const hosts = new Map(
      nodes.flatMap((node) => (node.kind === "boundary" ? [[node.id, node.attachedTo]] : [])),
    );
    const groups = items.flatMap((item) => (item.type === "free" ? [new Set(item.nodes)] : []));
    const left = edges.filter(({ id: line, source }) => {
      const from = hosts.get(source) ?? source;
      return !lines.has(line) && !groups.some((group) => group.has(from));
    });
    return [...twice, ...missing, ...left.map((edge) => edge.id)];
  });
}

function stepsOf(item: Item): string[] {
  if (item.type === "free") return [...item.nodes];
  const own = item.node === null ? [] : [item.node];
  return item.type === "split" && item.join !== null ? [...own, item.join] : own;
}

function linesOf({ items, tail }: Sequence): string[] {
  return [
    ...items.flatMap(({ entry }) => entry),
    ...items.flatMap((item) =>
      item.type === "split" ? item.branches.flatMap(({ edge }) => (edge === null ? [] : [edge])) : [],
    ),
    ...(tail.type === "joins" ? tail.edges : []),
    ...("edge" in tail ? [tail.edge] : []),
  ];
}
