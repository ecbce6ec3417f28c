import type { LocalizedText } from "../generated/workflow.ts";
import { textOf } from "../model/text-of.ts";
import { shown } from "../schema/value-names.ts";

interface Named {
  readonly id: string;
  readonly name?: LocalizedText;
}

/** The name of a step as the drawing shows it, as a parameter in both languages; its id where it has no name. */
export function nameParams(param: string, named: Named): Record<string, string> {
  return textParams(param, named.name, named.id);
}

/** A text in both languages as a parameter. */
export function textParams(
  param: string,
  text: LocalizedText | undefined,
  otherwise: string,
): Record<string, string> {
  const en = shown(textOf(text, "en")) || otherwise;
  const zh = shown(textOf(text, "zh-CN")) || otherwise;
  return en === zh ? { [param]: en } : { [param]: en, [`${param}:zh-CN`]: zh };
}
