import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, preferredLanguage, storeLanguage } from "./language.ts";

/** Texts are added by `defineTexts` as their place is loaded; there is no fallback, because no key may be missing. */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: preferredLanguage(),
  fallbackLng: false,
  initAsync: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

markDocument(i18n.language);

/** Switches the whole application and remembers the choice on this device. */
export function changeLanguage(language: Language): void {
  storeLanguage(language);
  markDocument(language);
  void i18n.changeLanguage(language);
}

function markDocument(language: string): void {
  if (typeof document !== "undefined") document.documentElement.lang = language;
}
