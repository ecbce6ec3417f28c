import { Text } from "@mantine/core";
import { StepMapping } from "../../../../cases/migration/StepMapping.tsx";
import { VersionSelect } from "../../../../cases/migration/VersionSelect.tsx";
import { LoadFailure } from "../../../../parts/LoadFailure.tsx";
import { useBatchTexts } from "../../texts.ts";
import { OrderPreview } from "../OrderPreview.tsx";
import type { OrderProps } from "../order.ts";
import { ReasonedOrder } from "../ReasonedOrder.tsx";
import { useOrderTexts } from "../texts.ts";
import { useOrder } from "../use-order.ts";
import { useMigration } from "./use-migration.ts";

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
      <OrderPreview check={check} definitions={definitions} />
    </ReasonedOrder>
  );
}
