import { type LoadedProgram, nodeNameOf } from "../turns/program-cache.ts";

/** The name of a step for the place `{node}` of a problem's texts, in both languages. */
export function nodeTexts({ nodes }: LoadedProgram, node: string): { [place: string]: string } {
  const name = nodeNameOf(nodes, node);
  if (typeof name === "string") return { node: name };
  const en = name.en ?? name["zh-CN"] ?? node;
  return { node: en, "node:zh-CN": name["zh-CN"] ?? en };
}
