import type { Language } from "../i18n/language.ts";

/** "王芳 Wang Fang" is one name in two scripts, of a person or a workspace: each reader sees their own. */
export function nameIn(name: string, language: Language): string {
  const match = /^(\p{Script=Han}+)\s+(\P{Script=Han}+)$/u.exec(name.trim());
  if (match === null) return name;
  return (language === "zh-CN" ? match[1] : match[2]) ?? name;
}

/** One letter for the round mark of a person. */
export function initialOf(name: string, language: Language): string {
  return ([...nameIn(name, language)][0] ?? "?").toUpperCase();
}
