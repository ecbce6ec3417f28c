import type { Edge, LocalizedText } from "@flowright/definition";

/** About how wide the label of a line is drawn, in any language; 0 without one. */
export function labelWidth(edge: Edge): number {
  if (edge.dependency?.lag !== undefined) return 80;
  if (edge.name === undefined && edge.condition === undefined) return edge.default || edge.outcome ? 56 : 0;
  return Math.min(160, longest(edge.name ?? edge.condition ?? "") * 7 + 24);
}

function longest(text: LocalizedText): number {
  if (typeof text === "string") return text.length;
  return Math.max(text.en?.length ?? 0, (text["zh-CN"]?.length ?? 0) * 2);
}
