import type { Language } from "../model/designer-options.ts";

/** A moment as people write it, to the minute. */
export function timeWords(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(instant));
}
