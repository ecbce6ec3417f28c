import type { Batch } from "@flowright/client";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { useBatchTexts } from "./texts.ts";

/** Where a batch stands. */
export function BatchStatusMark({ batch: { status, done, failed } }: { batch: Batch }) {
  const t = useBatchTexts();
  switch (status) {
    case "running":
      return <StatusMark tone="track">{t("running")}</StatusMark>;
    case "paused":
    case "cancelled":
      return <StatusMark tone="paused">{t(status)}</StatusMark>;
    case "finished":
      if (failed > 0 && done === 0) return <StatusMark tone="late">{t("finishedAllFailed")}</StatusMark>;
      return failed > 0 ? (
        <StatusMark tone="risk">{t("finishedFailed")}</StatusMark>
      ) : (
        <StatusMark tone="done">{t("finished")}</StatusMark>
      );
  }
}
