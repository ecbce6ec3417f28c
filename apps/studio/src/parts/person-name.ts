import type { Language } from "../i18n/language.ts";

/** "王芳 Wang Fang" is one name in two scripts: each reader sees their own. Other names stay as they are. */
export function personNameIn(name: string, language: Language): string {
  const match = /^(\p{Script=Han}+)\s+(\P{Script=Han}+)$/u.exec(name.trim());
  if (match === null) return name;
  return (language === "zh-CN" ? match[1] : match[2]) ?? name;
}

/** One letter for the round mark of a person. */
export function initialOf(name: string, language: Language): string {
  return ([...personNameIn(name, language)][0] ?? "?").toUpperCase();
}
