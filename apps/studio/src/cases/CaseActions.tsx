import type { Instance } from "@flowright/client";
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { ReasonDialog } from "../parts/ReasonDialog.tsx";
import { api } from "../session/api.ts";
import { useMay } from "../session/session-query.ts";
import { RepairMenu } from "./repair/RepairMenu.tsx";
import { useCaseTexts } from "./texts.ts";

/** What may be done with a case as a whole: pause, resume, cancel. */
export function CaseActions({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  const queries = useQueryClient();
  const mayOperate = useMay("instance.operate");
  const [asking, setAsking] = useState(false);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["case", instance.id] });
    void queries.invalidateQueries({ queryKey: ["cases"] });
    void queries.invalidateQueries({ queryKey: ["tasks"] });
  };
  const cancel = useMutation({
    mutationFn: (reason: string) => api().instances.cancel(instance.id, reason),
    onSuccess: () => {
      setAsking(false);
      notifications.show({ message: t("cancelled", { number: instance.number }) });
    },
    onSettled: refresh,
  });
  const pause = useMutation({
    mutationFn: () =>
      instance.status === "suspended"
        ? api().instances.resume(instance.id)
        : api().instances.suspend(instance.id),
    onSettled: refresh,
  });
  if (!mayOperate || (instance.status !== "active" && instance.status !== "suspended")) return null;
  return (
    <div>
      <Group gap="xs">
        <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
          {instance.status === "suspended" ? t("resume") : t("suspend")}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("cancel")}
        </Button>
        <RepairMenu instance={instance} />
      </Group>
      {pause.isError && <ProblemAlert error={pause.error} />}
      <ReasonDialog
        opened={asking}
        title={t("cancelTitle", { number: instance.number })}
        lead={t("cancelLead")}
        label={t("reason")}
        missing={t("reasonMissing")}
        required
        confirm={t("cancel")}
        dismiss={t("keep")}
        danger
        busy={cancel.isPending}
        error={cancel.error}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => cancel.mutate(reason)}
      />
    </div>
  );
}
