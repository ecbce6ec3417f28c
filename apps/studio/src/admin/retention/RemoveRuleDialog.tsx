import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useRetentionTexts } from "./texts.ts";
import { useFlowName } from "./use-flow-name.ts";
import { useRetentionChanged } from "./use-retention.ts";

/** Takes a flow's own rule away after saying by which rule it goes then. */
export function RemoveRuleDialog({ flow, onClose }: { flow: string; onClose(): void }) {
  const t = useRetentionTexts();
  const name = useFlowName()(flow);
  const changed = useRetentionChanged();
  const remove = useMutation({
    mutationFn: () => api().retention.removeOfFlow(flow),
    onSuccess: () => {
      notifications.show({ message: t("removedRule", { name }) });
      onClose();
    },
    onSettled: changed,
  });
  const overview = useQuery({
    queryKey: ["retention"],
    queryFn: ({ signal }) => api().retention.read({ signal }),
  });
  const days = overview.data?.rules.find((rule) => rule.flow === null)?.days ?? null;
  return (
    <ConfirmDialog
      title={t("removeTitle", { name })}
      lead={days === null ? t("removeLeadForever") : t("removeLeadDays", { count: days })}
      confirm={t("remove")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    />
  );
}
