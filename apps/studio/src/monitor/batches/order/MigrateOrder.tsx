import { Loader, Text } from "@mantine/core";
import { StepMapping } from "../../../cases/migration/StepMapping.tsx";
import { VersionSelect } from "../../../cases/migration/VersionSelect.tsx";
import { LoadFailure } from "../../../parts/LoadFailure.tsx";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { StatusMark } from "../../../parts/StatusMark.tsx";
import { useBatchTexts } from "../texts.ts";
import { MigrationGroups } from "./MigrationGroups.tsx";
import type { OrderProps } from "./order.ts";
import { ReasonedOrder } from "./ReasonedOrder.tsx";
import { useOrderTexts } from "./texts.ts";
import { useMigration } from "./use-migration.ts";
import { useOrder } from "./use-order.ts";

/** Lets many cases go on by another version; each group of them is proved safe, or listed with what is in the way. */
export function MigrateOrder({ choice, count, flow, onClose }: OrderProps & { readonly flow: string }) {
  const t = useOrderTexts();
  const batch = useBatchTexts();
  const order = useOrder(choice);
  const { versions, version, chooseVersion, missing, nodes, mapTo, check, definitions } = useMigration(
    choice,
    flow,
  );
  const shown = version ?? 1;
  const safe = check.data?.safe ?? 0;
  return (
    <ReasonedOrder
      order={order}
      size="lg"
      title={batch("title.migrate", { count, version: shown })}
      lead={t("lead.migrate")}
      confirm={t("migrateConfirm", { count: safe, version: shown })}
      blocked={safe === 0 || check.isPlaceholderData}
      onClose={onClose}
      onConfirm={(reason) => order.mutate({ kind: "migrate", version: shown, nodes, reason })}
    >
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isSuccess && version === null && <Text mb="sm">{t("noVersions")}</Text>}
      {version !== null && (
        <VersionSelect versions={versions.data ?? []} version={version} onChange={chooseVersion} />
      )}
      <StepMapping version={shown} missing={missing} nodes={nodes} className="order-part" onMap={mapTo} />
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
    </ReasonedOrder>
  );
}
