import { useLanguage } from "../i18n/use-language.ts";
import { useTimeTexts } from "./texts.ts";
import { agoWords, momentWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";

/** A moment: when it was; or with `ago`, how long ago, and when on hover. */
export function Moment({ at, ago = false }: { at: string; ago?: boolean }) {
  const t = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const moment = momentWords(at, now, language, t);
  return (
    <time dateTime={at} title={ago ? moment : undefined} className="number">
      {ago ? agoWords(at, now, t) : moment}
    </time>
  );
}
