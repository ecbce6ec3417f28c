import { edgesOf, type Node, nodesOf, type WorkflowDefinition } from "@flowright/definition";

/** What the drawings of a run say of their steps, by flow and id. */
export class KnownNodes {
  readonly #nodes = new Map<string, ReadonlyMap<string, Node>>();
  readonly #lines = new Map<string, readonly { readonly id: string; readonly default: boolean }[]>();
  readonly ids: ReadonlySet<string>;

  constructor(definitions: readonly WorkflowDefinition[]) {
    const ids = new Set<string>();
    for (const definition of definitions) {
      const nodes = new Map<string, Node>();
      for (const { node } of nodesOf(definition)) nodes.set(node.id, node);
      for (const { edge } of edgesOf(definition)) {
        const line = { id: edge.id, default: edge.default === true };
        this.#lines.set(edge.source, [...(this.#lines.get(edge.source) ?? []), line]);
        ids.add(edge.id);
      }
      for (const id of nodes.keys()) ids.add(id);
      this.#nodes.set(definition.id, nodes);
    }
    this.ids = ids;
  }

  node(process: string, id: string): Node | undefined {
    return this.#nodes.get(process)?.get(id);
  }

  /** The step of any flow; the first flow's comes first. */
  anywhere(id: string): Node | undefined {
    for (const nodes of this.#nodes.values()) {
      const node = nodes.get(id);
      if (node !== undefined) return node;
    }
    return undefined;
  }

  linesFrom(node: string): readonly { readonly id: string; readonly default: boolean }[] {
    return this.#lines.get(node) ?? [];
  }
}
