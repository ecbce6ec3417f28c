import { type Edge, type Node, validateDefinition } from "@flowright/definition";
import type { Brings, KeptDecision } from "./brings.ts";
import { PREFIX } from "./clipboard-text.ts";
import type { Clipping, OpenLine } from "./clipping.ts";

/** Steps out of text from the clipboard, or null if it holds none that this version understands. */
export function parsedClipboard(text: string): Clipping | null {
  if (!text.startsWith(PREFIX)) return null;
  try {
    const { nodes, edges, open = [], brings } = JSON.parse(text.slice(PREFIX.length)) as Partial<Clipping>;
    if (!Array.isArray(nodes) || !Array.isArray(edges) || !Array.isArray(open) || nodes.length === 0)
      return null;
    const present = new Set(nodes.map((node: Node) => node.id));
    const lines = open.filter((line: OpenLine) => present.has(line.source));
    // Text from elsewhere must hold what a definition may hold, or the document would be broken by it.
    const { definition } = validateDefinition({
      schema: "flowright/workflow/v1",
      id: "clipboard",
      name: "clipboard",
      ...around(brings),
      nodes: [...nodes, ...(brings?.decisions ?? []).map(asStep)],
      edges: [...edges, ...lines.map((line: OpenLine): Edge => ({ ...line, target: line.source }))],
    });
    if (!definition) return null;
    const known = new Set(lines.map(({ id }: OpenLine) => id));
    const ways = definition.edges.filter(({ id }) => known.has(id)).map(({ target: _, ...line }) => line);
    const inner = definition.edges.filter(({ id }) => !known.has(id));
    return {
      nodes: definition.nodes.slice(0, nodes.length),
      edges: inner,
      ...(ways.length > 0 && { open: ways }),
      ...(brings !== undefined && { brings }),
    };
  } catch {
    return null;
  }
}

/** What comes along, where a flow has it. */
function around({ forms, roles, calendars, fields }: Brings = {}): object {
  return {
    ...(forms !== undefined && { forms }),
    ...(roles !== undefined && { roles }),
    ...(calendars !== undefined && { settings: { calendars } }),
    ...(fields !== undefined && { variables: { type: "object", properties: fields } }),
  };
}

/** Rules are checked as those of a step. */
function asStep({ id, table }: KeptDecision): object {
  return { id, kind: "businessRuleTask", table };
}
