import type { DecisionTable } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attemptKey } from "../../parts/attempt-key.ts";
import { ReasonDialog } from "../../parts/ReasonDialog.tsx";
import { api } from "../../session/api.ts";
import { decisionUsesQuery } from "./decision-queries.ts";
import { useDecisionTexts } from "./texts.ts";

interface PublishDecisionDialogProps {
  readonly id: string;
  readonly name: string;
  readonly table: DecisionTable;
  readonly next: number;
  onClose(): void;
}

/** Publishes a table as its next version, and says before who decides by it from then on. */
export function PublishDecisionDialog({ id, name, table, next, onClose }: PublishDecisionDialogProps) {
  const t = useDecisionTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(attemptKey);
  const uses = useQuery({ ...decisionUsesQuery(id), enabled: next > 1 });
  const asking = (uses.data ?? []).filter(({ asks }) => asks === null).length;
  const publish = useMutation({
    mutationFn: (note: string) => api().decisions.publish({ id, table, note }, { idempotencyKey }),
    onSuccess: async ({ version }) => {
      notifications.show({ message: t("published2", { version, table: name }) });
      onClose();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["decisions"] }),
        queries.invalidateQueries({ queryKey: ["decision", id] }),
      ]);
      await navigate({ to: "/decisions/$decisionId", params: { decisionId: id }, search: {}, replace: true });
    },
  });
  return (
    <ReasonDialog
      opened
      title={t("publishTitle", { version: next, table: name })}
      {...(next === 1 || uses.data === undefined
        ? {}
        : { lead: asking === 0 ? t("publishNobody") : t("publishAsked", { count: asking }) })}
      label={t("note")}
      missing=""
      required={false}
      confirm={t("publish", { version: next })}
      busy={publish.isPending}
      error={publish.error}
      onClose={onClose}
      onConfirm={(note) => publish.mutate(note)}
    />
  );
}
