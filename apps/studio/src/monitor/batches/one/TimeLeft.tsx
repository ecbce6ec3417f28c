import type { Batch } from "@flowright/client";
import { useState } from "react";
import { useOneBatchTexts } from "./texts.ts";
import { type Sample, sampled, timeLeft } from "./time-left.ts";

/** About how long a batch that is under way still takes. */
export function TimeLeft({ batch: { total, done, failed }, at }: { batch: Batch; at: number }) {
  const t = useOneBatchTexts();
  const settled = done + failed;
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const next = sampled(samples, { at, settled });
  if (next !== samples && next.at(-1)?.at !== samples.at(-1)?.at) setSamples(next);
  const left = timeLeft(samples, total - settled);
  if (left === null) return null;
  const seconds = Math.ceil(left / 1_000);
  return (
    <p className="quiet number">
      {seconds < 5
        ? t("leftSoon")
        : seconds < 90
          ? t("leftSeconds", { count: seconds })
          : t("leftMinutes", { count: Math.ceil(seconds / 60) })}
    </p>
  );
}
