import { type Edge, type Node, validateDefinition } from "@flowright/definition";
import type { Clipping } from "./clipping.ts";

/**
 * The clipboard holds plain text, so that steps can be pasted into another tab, a chat or a file: this prefix,
 * a line break, then `{"nodes": […], "edges": […]}` as in a workflow definition.
 */
const PREFIX = "flowright/steps/v1";

export function clipboardText(clipping: Clipping): string {
  return `${PREFIX}\n${JSON.stringify({ nodes: clipping.nodes, edges: clipping.edges }, null, 2)}`;
}

/** Steps out of text from the clipboard, or null if it holds none that this version understands. */
export function parsedClipboard(text: string): Clipping | null {
  if (!text.startsWith(PREFIX)) return null;
  try {
    const { nodes, edges } = JSON.parse(text.slice(PREFIX.length)) as { nodes?: Node[]; edges?: Edge[] };
    if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length === 0) return null;
    // Text from elsewhere must hold what a definition may hold, or the document would be broken by it.
    const { definition } = validateDefinition({
      schema: "flowright/workflow/v1",
      id: "clipboard",
      name: "clipboard",
      nodes,
      edges,
    });
    return definition && { nodes: definition.nodes, edges: definition.edges };
  } catch {
    return null;
  }
}
