import type { Batch } from "@flowright/client";
import { Progress } from "@mantine/core";
import { useBatchTexts } from "./texts.ts";

/** How far a batch is, as a bar and in numbers. */
export function BatchProgress({ batch, label }: { batch: Batch; label: string }) {
  const t = useBatchTexts();
  const { total, done, failed } = batch;
  const share = (count: number) => (100 * count) / Math.max(1, total);
  return (
    <div className="batch-progress">
      <Progress.Root size="sm">
        <Progress.Section value={share(done)} color="var(--status-track)" aria-label={label} />
        <Progress.Section value={share(failed)} color="var(--status-late)" withAria={false} />
      </Progress.Root>
      <span className="number batch-numbers">
        <span>{t("done", { count: done })}</span>
        {failed > 0 && <span className="batch-failed">▲ {t("failed", { count: failed })}</span>}
        {done + failed < total && (
          <span className="quiet">{t("left", { count: total - done - failed })}</span>
        )}
      </span>
    </div>
  );
}
