import type { BatchDetail } from "@flowright/client";
import { Button, Group, Modal, Text } from "@mantine/core";
import {
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { downloadText } from "../../../design/bpmn/export/download-text.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { api } from "../../../session/api.ts";
import { useMay } from "../../../session/session-query.ts";
import { useOrder } from "../order/use-order.ts";
import { useOneBatchTexts } from "./texts.ts";

/** Holds a batch, lets it go on, stops it, tries again what failed, and gives the results as a file. */
export function BatchActions({ batch }: { batch: BatchDetail }) {
  const t = useOneBatchTexts();
  const parts = usePartTexts();
  const queries = useQueryClient();
  const mayOperate = useMay("instance.operate");
  const [stopping, setStopping] = useState(false);
  const { id, status, failed, operation } = batch;
  const turn = useMutation({
    mutationFn: (what: "pause" | "resume" | "cancel") => api().batches[what](id),
    onSuccess: () => setStopping(false),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["batch", id] }),
  });
  const again = useOrder({ failedOf: id });
  const csv = useMutation({
    mutationFn: () => api().batches.csv(id),
    onSuccess: (text) =>
      downloadText(`${t("csvFile", { date: batch.createdAt.slice(0, 10) })}.csv`, text, "text/csv"),
  });
  const open = status === "running" || status === "paused";
  return (
    <div className="batch-actions">
      <Group gap="xs">
        {mayOperate && status === "running" && (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} aria-hidden="true" />}
            loading={turn.isPending}
            onClick={() => turn.mutate("pause")}
          >
            {t("pause")}
          </Button>
        )}
        {mayOperate && status === "paused" && (
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
            loading={turn.isPending}
            onClick={() => turn.mutate("resume")}
          >
            {t("resume")}
          </Button>
        )}
        {mayOperate && open && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden="true" />}
            onClick={() => setStopping(true)}
          >
            {t("stop")}
          </Button>
        )}
        {mayOperate && !open && failed > 0 && (
          <Button
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            loading={again.isPending}
            onClick={() => again.mutate(operation)}
          >
            {t("retryFailed", { count: failed })}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          loading={csv.isPending}
          onClick={() => csv.mutate()}
        >
          {t("csv")}
        </Button>
      </Group>
      {again.error !== null && <ProblemAlert error={again.error} />}
      {csv.error !== null && <ProblemAlert error={csv.error} />}
      {turn.error !== null && !stopping && <ProblemAlert error={turn.error} />}
      <Modal
        opened={stopping}
        onClose={() => setStopping(false)}
        title={<Text fw={600}>{t("stopTitle")}</Text>}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <Text>{t("stopLead")}</Text>
        {turn.error !== null && <ProblemAlert error={turn.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" data-autofocus onClick={() => setStopping(false)}>
            {t("keep")}
          </Button>
          <Button color="red.8" loading={turn.isPending} onClick={() => turn.mutate("cancel")}>
            {t("stopConfirm")}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
