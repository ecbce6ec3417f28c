import { useEffect, useState } from "react";
import { useTimeTexts } from "../../../time/texts.ts";
import { agoWords } from "../../../time/time-words.ts";
import { useEditTexts } from "../texts.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long ago it was saved: by the second at first, then by the minute. Not read aloud, since it would never end. */
export function SavedAgo({ since }: { since: number }) {
  const t = useEditTexts();
  const time = useTimeTexts();
  const [now, setNow] = useState(Date.now);
  const past = Math.max(0, now - since);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), Date.now() - since < MINUTE ? SECOND : 20 * SECOND);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span className="quiet number" aria-hidden="true">
      {past < MINUTE
        ? t("secondsAgo", { count: Math.floor(past / SECOND) })
        : agoWords(new Date(since).toISOString(), now, time)}
    </span>
  );
}
