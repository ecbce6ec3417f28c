import { type MessageCode, messages } from "./messages.ts";
import { type TerminalLanguage, terminalLanguage } from "./terminal-language.ts";

export type MessageParams = Readonly<Record<string, string | number>>;

/** One message of the program in the terminal's language; `{name}` is replaced by `params.name`. */
export function say(
  code: MessageCode,
  params: MessageParams = {},
  language: TerminalLanguage = terminalLanguage(),
): string {
  return messages[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
