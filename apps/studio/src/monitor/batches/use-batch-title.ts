import type { BatchOperation } from "@flowright/client";
import { useBatchTexts } from "./texts.ts";

/** What a batch does and to how many cases, in a few words. */
export function useBatchTitle(): (operation: BatchOperation, count: number) => string {
  const t = useBatchTexts();
  return (operation, count) =>
    operation.kind === "migrate"
      ? t("title.migrate", { count, version: operation.version })
      : t(`title.${operation.kind}`, { count });
}
