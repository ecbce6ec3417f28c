export type TerminalLanguage = "en" | "zh-CN";

/** The language of the terminal, from the usual locale variables: Chinese where they say so, else English. */
export function terminalLanguage(env: NodeJS.ProcessEnv = process.env): TerminalLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh/i.test(locale) ? "zh-CN" : "en";
}
