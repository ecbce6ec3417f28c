import type { Edge } from "@flowright/definition";
import { type Container, kept, withEveryContainer } from "../../document/container.ts";
import { patched } from "../../document/patch.ts";
import type { Command } from "../command.ts";

/**
 * Deletes steps and lines. With `heal`, what led to a deleted step leads on to what followed it; where it
 * had several ways on, to the first.
 */
export function deleteSelection(ids: readonly string[], { heal }: { readonly heal: boolean }): Command {
  const gone = new Set(ids);
  return {
    label: heal
      ? { en: "Delete and reconnect", "zh-CN": "删除并重新连接" }
      : { en: "Delete", "zh-CN": "删除" },
    execute: (definition) => ({
      ok: true,
      definition: withEveryContainer(definition, (container) => {
        const healed = heal ? reconnected(container, gone) : container.edges;
        const nodes = kept(container.nodes, (node) => !gone.has(node.id));
        const edges = kept(healed, (edge) => !gone.has(edge.id));
        return nodes === container.nodes && edges === container.edges ? container : { nodes, edges };
      }),
      selection: [],
    }),
  };
}

function reconnected(container: Container, gone: ReadonlySet<string>): Edge[] {
  let edges = container.edges;
  for (const node of container.nodes) {
    if (!gone.has(node.id)) continue;
    const onward = edges.find((edge) => edge.source === node.id && edge.target !== node.id);
    if (!onward) continue;
    const followers = new Set(
      edges.filter((edge) => edge.target === onward.target).map(({ source }) => source),
    );
    edges = edges.map((edge) =>
      edge.target === node.id && !followers.has(edge.source) && edge.source !== onward.target
        ? patched(edge, { target: onward.target })
        : edge,
    );
  }
  return edges;
}
