import type { DefinitionVersion } from "@flowright/client";
import { Loader, Select, Text } from "@mantine/core";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadFailure } from "../../../parts/LoadFailure.tsx";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { StatusMark } from "../../../parts/StatusMark.tsx";
import { useBatchTexts } from "../texts.ts";
import { MigrationGroups } from "./MigrationGroups.tsx";
import type { OrderProps } from "./order.ts";
import { useOrderTexts } from "./texts.ts";
import { useMigration } from "./use-migration.ts";
import { useOrder } from "./use-order.ts";

/** Lets many cases go on by another version; each group of them is proved safe, or listed with what is in the way. */
export function MigrateOrder({ choice, count, flow, onClose }: OrderProps & { readonly flow: string }) {
  const t = useOrderTexts();
  const batch = useBatchTexts();
  const language = useLanguage();
  const order = useOrder(choice);
  const { versions, version, chooseVersion, missing, nodes, mapTo, check, definitions } = useMigration(
    choice,
    flow,
  );
  const shown = version ?? 1;
  const label = ({ version: one, note }: DefinitionVersion) =>
    note === "" ? t("versionOption", { version: one }) : t("versionNote", { version: one, note });
  const safe = check.data?.safe ?? 0;
  return (
    <ReasonDialog
      opened
      size="lg"
      title={batch("title.migrate", { count, version: shown })}
      lead={t("lead.migrate")}
      label={t("reason")}
      missing={t("reasonMissing")}
      required
      confirm={t("migrateConfirm", { count: safe, version: shown })}
      dismiss={t("keep")}
      busy={order.isPending}
      blocked={safe === 0 || check.isPlaceholderData}
      error={order.error}
      onClose={onClose}
      onConfirm={(reason) => order.mutate({ kind: "migrate", version: shown, nodes, reason })}
    >
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isSuccess && version === null && <Text mb="sm">{t("noVersions")}</Text>}
      {version !== null && (
        <Select
          label={t("version")}
          allowDeselect={false}
          data={(versions.data ?? []).map((one) => ({ value: String(one.version), label: label(one) }))}
          value={String(version)}
          onChange={(value) => chooseVersion(Number(value))}
        />
      )}
      {missing.length > 0 && (
        <fieldset className="order-part">
          <legend>{t("mapping", { version: shown })}</legend>
          <Text className="quiet" mb="xs">
            {t("mappingHint")}
          </Text>
          {missing.map(({ from, choices }) => (
            <Select
              key={from.id}
              label={textOf(from.name, language) || from.id}
              placeholder={t("mappingNone")}
              clearable
              searchable
              data={choices.map((node) => ({
                value: node.id,
                label: textOf(node.name, language) || node.id,
              }))}
              value={nodes[from.id] ?? null}
              onChange={(to) => mapTo(from.id, to)}
            />
          ))}
        </fieldset>
      )}
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
    </ReasonDialog>
  );
}
