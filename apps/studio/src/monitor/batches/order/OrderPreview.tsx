import type { BatchCheck } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Loader, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { StatusMark } from "../../../parts/StatusMark.tsx";
import { MigrationGroups } from "./MigrationGroups.tsx";
import { useOrderTexts } from "./texts.ts";

interface OrderPreviewProps {
  readonly check: UseQueryResult<BatchCheck>;
  readonly definitions: ReadonlyMap<number, WorkflowDefinition>;
}

/** What a batch would come to: each group of cases proved safe, or listed with what is in the way. */
export function OrderPreview({ check, definitions }: OrderPreviewProps) {
  const t = useOrderTexts();
  const safe = check.data?.safe ?? 0;
  return (
    <section className="order-part" aria-label={t("check")} aria-live="polite">
      <h3>{t("check")}</h3>
      {check.isPending && !check.isError && (
        <Text className="quiet">
          <Loader size={14} /> {t("checking")}
        </Text>
      )}
      {check.isError && <ProblemAlert error={check.error} onRetry={() => void check.refetch()} />}
      {check.data !== undefined && (
        <>
          <StatusMark tone={safe === 0 ? "late" : safe < check.data.total ? "risk" : "done"}>
            {safe === 0
              ? t("noneSafe")
              : safe < check.data.total
                ? t("someSafe", { count: safe, total: check.data.total })
                : t("allSafe", { count: safe })}
          </StatusMark>
          <MigrationGroups groups={check.data.groups} definitions={definitions} />
        </>
      )}
    </section>
  );
}
