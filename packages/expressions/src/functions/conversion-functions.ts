import { parseNumber } from "../number/feel-number.ts";
import { checkedText } from "../operation/arithmetic.ts";
import { textOfValue } from "../operation/text-of-value.ts";
import type { FeelNumber } from "../value/feel-value.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";

/** string() and number(). The dates are among the functions on dates. */
export const conversionFunctions = [
  builtIn("string", "The value as text", "转为文本", [
    "from: any",
    "string",
    ([value = null], call) =>
      value === null ? null : checkedText(textOfValue(value, call.run, call.place), call.run, call.place),
  ]),
  builtIn(
    "number",
    "The number that a text writes",
    "把文本转为数字",
    ["from: string", "number", ([text], call) => numberFrom(text as string, call)],
    ["from: number", "number", ([value]) => value as FeelNumber],
    [
      "from: string, grouping separator: any, decimal separator: any",
      "number",
      ([text, grouping = null, decimal = null], call) => {
        const signs = [" ", ",", ".", null];
        if (
          !signs.includes(grouping as string | null) ||
          ![".", ",", null].includes(decimal as string | null)
        ) {
          return noResult(call, "the separators are not valid", "分隔符无效");
        }
        if (grouping !== null && grouping === decimal) {
          return noResult(call, "the separators are the same", "两个分隔符相同");
        }
        const whole =
          grouping === null ? (text as string) : (text as string).replaceAll(grouping as string, "");
        return numberFrom(decimal === null ? whole : whole.replace(decimal as string, "."), call);
      },
    ],
  ),
];

function numberFrom(text: string, call: Call): FeelNumber {
  const trimmed = text.trim();
  return (
    parseNumber(trimmed.startsWith("+") ? trimmed.slice(1) : trimmed) ??
    noResult(call, "the text is no number", "文本不是数字")
  );
}
