import type { DefinitionSummary, Text } from "@flowright/client";

/** The flows whose name, in either language, or id holds every word. */
export function matchingFlows(flows: readonly DefinitionSummary[], words: string): DefinitionSummary[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return flows.filter((flow) => {
    const text = [flow.id, ...textsOf(flow.name), ...textsOf(flow.description)].join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function textsOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === "string" ? [text] : [text.en ?? "", text["zh-CN"] ?? ""];
}
