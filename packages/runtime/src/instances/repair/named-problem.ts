import type { CheckProblem } from "@flowright/client";
import { type Node, type Problem, textOf } from "@flowright/definition";

/** A problem of the engine for people: the ids of steps that it mentions are replaced by their names. */
export function namedProblem(
  { code, node, params, message, fix }: Problem,
  nodes: ReadonlyMap<string, Node>,
): CheckProblem {
  const ids = [...new Set(Object.values(params ?? {}).map(String))].filter((id) => nodes.has(id));
  const named = (text: { readonly en: string; readonly "zh-CN": string }) => ({
    en: withNames(text.en, "en"),
    "zh-CN": withNames(text["zh-CN"], "zh-CN"),
  });
  const withNames = (text: string, language: "en" | "zh-CN") =>
    ids.reduce((words, id) => {
      const name = textOf(nodes.get(id)?.name, language);
      return name === "" ? words : words.replaceAll(wholeWord(id), `“${name}”`);
    }, text);
  return { code, node: node ?? null, message: named(message), fix: named(fix) };
}

function wholeWord(id: string): RegExp {
  return new RegExp(`(?<![\\w-])${id.replaceAll(/[^\w-]/g, "\\$&")}(?![\\w-])`, "g");
}
