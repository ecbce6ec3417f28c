import type { CaseRetention } from "@flowright/client";
import { Button, Checkbox, Group, Loader, NumberInput, Radio, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { api } from "../../session/api.ts";
import { Dialog } from "../Dialog.tsx";
import { useAdminTexts } from "../texts.ts";
import { DueWords } from "./DueWords.tsx";
import { useRetentionTexts } from "./texts.ts";
import { useFlowName } from "./use-flow-name.ts";
import { useRetentionChanged } from "./use-retention.ts";

const FEWEST = 7;
const MOST = 36_500;
/** What a new rule begins with. */
const USUAL = 365;

interface RuleDialogProps {
  /** The rule that is changed. */
  readonly rule: CaseRetention;
  /** Flows to choose from where the rule is a new one of a flow. */
  readonly flows?: readonly { readonly value: string; readonly label: string }[];
  readonly archive: boolean;
  onClose(): void;
}

/** Sets for how long finished cases are kept, and says beforehand which of them would go. */
export function RuleDialog({ rule, flows, archive, onClose }: RuleDialogProps) {
  const t = useRetentionTexts();
  const admin = useAdminTexts();
  const nameOf = useFlowName();
  const changed = useRetentionChanged();
  const [flow, setFlow] = useState(rule.flow);
  const [forever, setForever] = useState(rule.days === null);
  const [days, setDays] = useState<number | null>(rule.days ?? USUAL);
  const [exported, setExported] = useState(rule.export && archive);
  const [tried, setTried] = useState(false);
  const flowMissing = flows !== undefined && flow === null;
  const daysWrong = !forever && (days === null || !Number.isInteger(days) || days < FEWEST || days > MOST);
  const wanted: CaseRetention = { flow, days: forever ? null : days, export: !forever && exported };
  const check = useQuery({
    queryKey: ["retention", "check", wanted.flow, wanted.days],
    queryFn: ({ signal }) => api().retention.check(wanted, { signal }),
    enabled: !flowMissing && !daysWrong,
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: () => api().retention.save(wanted),
    onSuccess: () => {
      notifications.show({ message: t("saved") });
      onClose();
    },
    onSettled: changed,
  });
  return (
    <Dialog
      title={
        flows !== undefined
          ? t("addOfFlow")
          : flow === null
            ? t("ruleOfAll")
            : t("ruleOf", { flow: nameOf(flow) })
      }
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!flowMissing && !daysWrong) save.mutate();
        }}
      >
        <Stack gap="md">
          {flows !== undefined && (
            <Select
              label={t("flow")}
              searchable
              withAsterisk
              data={[...flows]}
              value={flow}
              error={tried && flowMissing ? t("flowMissing") : undefined}
              onChange={setFlow}
            />
          )}
          <Radio.Group
            label={t("keep")}
            value={forever ? "forever" : "days"}
            onChange={(value) => setForever(value === "forever")}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="forever" label={t("forever")} />
              <Radio value="days" label={t("someDays")} />
            </Stack>
          </Radio.Group>
          {!forever && (
            <>
              <NumberInput
                label={t("days")}
                description={t("daysLead")}
                withAsterisk
                allowDecimal={false}
                allowNegative={false}
                min={FEWEST}
                max={MOST}
                clampBehavior="none"
                value={days ?? ""}
                error={daysWrong ? t("daysWrong", { least: FEWEST, most: MOST }) : undefined}
                onChange={(value) => setDays(typeof value === "number" ? value : null)}
              />
              <Checkbox
                label={t("export")}
                description={archive ? t("exportLead") : t("noArchive")}
                disabled={!archive}
                checked={exported}
                onChange={(event) => setExported(event.currentTarget.checked)}
              />
            </>
          )}
          <section className="retention-preview" aria-label={t("preview")} aria-live="polite">
            {check.isError ? (
              <ProblemAlert error={check.error} onRetry={() => void check.refetch()} />
            ) : flowMissing || daysWrong ? (
              <Text className="quiet">{t("previewFirst")}</Text>
            ) : check.data === undefined || check.isPlaceholderData ? (
              <Text className="quiet">
                <Loader size={14} /> {t("counting")}
              </Text>
            ) : (
              <>
                <Text fw={600}>
                  <DueWords due={check.data} />
                </Text>
                <Text size="sm" className="quiet">
                  {wanted.days === null ? t("foreverLead") : t("hourly")}
                </Text>
              </>
            )}
          </section>
        </Stack>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {admin("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("saveRule")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
