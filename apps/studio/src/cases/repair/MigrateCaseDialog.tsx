import type { Instance, MigrationCheck } from "@flowright/client";
import { Skeleton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { ReasonDialog } from "../../parts/ReasonDialog.tsx";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { api } from "../../session/api.ts";
import { stepName } from "../flow/step-name.ts";
import { StepMapping } from "../migration/StepMapping.tsx";
import { VersionSelect } from "../migration/VersionSelect.tsx";
import { CheckProblems } from "./CheckProblems.tsx";
import "./repair.css";
import { StepLine } from "./StepLine.tsx";
import { missingSteps } from "./step-mapping.ts";
import { useRepairTexts } from "./texts.ts";
import { useRepair } from "./use-repair.ts";

interface MigrateCaseDialogProps {
  readonly instance: Instance;
  readonly opened: boolean;
  onClose(): void;
}

/** Lets a case go on by another version of its flow; whether that is safe is proved before it is done. */
export function MigrateCaseDialog({ instance, opened, onClose }: MigrateCaseDialogProps) {
  const t = useRepairTexts();
  const language = useLanguage();
  const { id, number, definition, definitionId, version: current } = instance;
  const versions = useQuery({
    queryKey: ["definition", definitionId, "versions"],
    queryFn: ({ signal }) => api().definitions.versions(definitionId, { signal }),
    enabled: opened,
  });
  const others = (versions.data ?? []).filter(({ version }) => version !== current);
  const [chosen, setChosen] = useState<number | null>(null);
  const version = chosen ?? others[0]?.version ?? null;
  const other = useQuery({
    queryKey: ["definition", definitionId, "version", version],
    queryFn: ({ signal }) => api().definitions.read(definitionId, version ?? 1, { signal }),
    enabled: opened && version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const target = other.data?.definition;
  const missing = useMemo(
    () => (target === undefined ? [] : missingSteps(definition, target, instance.activeNodes)),
    [definition, target, instance.activeNodes],
  );
  const [mapped, setMapped] = useState<{ readonly [from: string]: string | null }>({});
  const nodes = Object.fromEntries(
    missing.flatMap(({ from, suggestion }) => {
      const to = mapped[from.id] === undefined ? suggestion : mapped[from.id];
      return typeof to === "string" ? [[from.id, to]] : [];
    }),
  );
  const body = { version: version ?? 1, nodes };
  const check = useQuery({
    queryKey: ["case", id, "check-migration", body],
    queryFn: ({ signal }) => api().instances.checkMigration(id, body, { signal }),
    enabled: opened && target !== undefined,
    placeholderData: keepPreviousData,
  });
  const migrate = useRepair(
    id,
    (reason: string) => api().instances.migrate(id, { ...body, reason }),
    () => {
      notifications.show({ message: t("migrated", { number, version: body.version }) });
      onClose();
    },
  );
  return (
    <ReasonDialog
      opened={opened}
      size="lg"
      title={t("migrateTitle", { number })}
      lead={t("migrateLead", { version: current })}
      label={t("reason")}
      missing={t("reasonMissing")}
      required
      confirm={version === null ? t("migrate") : t("migrateConfirm", { version })}
      busy={migrate.isPending}
      blocked={check.data?.ok !== true || version === null}
      error={migrate.error}
      onClose={onClose}
      onConfirm={(reason) => migrate.mutate(reason)}
    >
      {versions.isPending && <Skeleton h={60} mb="sm" />}
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isSuccess && version === null && <Text mb="sm">{t("noOther")}</Text>}
      {version !== null && (
        <VersionSelect
          versions={others}
          version={version}
          onChange={(value) => {
            setChosen(value);
            setMapped({});
          }}
        />
      )}
      <StepMapping
        version={body.version}
        missing={missing}
        nodes={nodes}
        className="repair-check"
        onMap={(from, to) => setMapped((before) => ({ ...before, [from]: to }))}
      />
      {version !== null && (
        <section className="repair-check" aria-label={t("check")} aria-live="polite">
          <h3>{t("check")}</h3>
          {check.isPending && !other.isError && <Skeleton h={48} />}
          {other.isError && <ProblemAlert error={other.error} />}
          {check.isError && <ProblemAlert error={check.error} />}
          {check.data !== undefined && target !== undefined && (
            <Outcome
              check={check.data}
              version={version}
              before={(node) => stepName(definition, node, language)}
              after={(node) => stepName(target, node, language)}
            />
          )}
        </section>
      )}
    </ReasonDialog>
  );
}

interface OutcomeProps {
  readonly check: MigrationCheck;
  readonly version: number;
  before(node: string): string;
  after(node: string): string;
}

function Outcome({ check, version, before, after }: OutcomeProps) {
  const t = useRepairTexts();
  const errors = check.problems.filter(({ severity }) => severity === "error");
  const warnings = check.problems.filter(({ severity }) => severity === "warning");
  const moved = check.moved.map(({ from, to }) => t("goesOnAs", { from: before(from), to: after(to) }));
  if (!check.ok) return <CheckProblems title={t("unsafe")} tone="late" problems={errors} />;
  return (
    <>
      <StatusMark tone="done">{t("safe", { version })}</StatusMark>
      <dl className="repair-note">
        <StepLine label={t("kept")} steps={check.kept.map(before)} />
        <StepLine label={t("movedTo")} steps={moved} />
        <StepLine label={t("closed")} steps={check.closed.map(before)} />
        <StepLine label={t("opened")} steps={check.opened.map(after)} />
      </dl>
      <CheckProblems title={t("warnings")} tone="risk" problems={warnings} />
    </>
  );
}
