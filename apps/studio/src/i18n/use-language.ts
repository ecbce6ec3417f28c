import { useTranslation } from "react-i18next";
import { i18n } from "./i18n.ts";
import type { Language } from "./language.ts";

/** The language on screen; re-renders when it is switched. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === "zh-CN" ? "zh-CN" : "en";
}
