import type { TaskDetail } from "@flowright/client";
import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { useTaskTexts } from "../texts.ts";
import { useColleagues } from "./use-colleagues.ts";
import type { TaskVerbs } from "./use-task-verbs.ts";

/** Hands the task to a colleague who may do it. */
export function TransferDialog({ task, verbs }: { task: TaskDetail; verbs: TaskVerbs }) {
  const t = useTaskTexts();
  const opened = verbs.asking === "transfer";
  const [to, setTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { query: colleagues, choices } = useColleagues(task, opened);
  return (
    <ReasonDialog
      opened={opened}
      title={t("transferTitle")}
      label={t("reason")}
      missing={t("reasonMissing")}
      required
      confirm={t("transfer")}
      busy={verbs.busy !== null}
      error={verbs.error}
      onClose={verbs.cancel}
      onConfirm={(reason) => {
        setTried(true);
        if (to !== null) verbs.confirm(reason, to);
      }}
    >
      <Select
        label={t("transferTo")}
        withAsterisk
        searchable
        data-autofocus
        mb="sm"
        data={choices}
        value={to}
        disabled={colleagues.isPending}
        error={tried && to === null ? t("transferToMissing") : undefined}
        nothingFoundMessage={t("transferNobody")}
        onChange={setTo}
      />
      {colleagues.data?.length === 0 && (
        <Text className="quiet" mb="sm">
          {t("transferNobody")}
        </Text>
      )}
      {colleagues.isError && <ProblemAlert error={colleagues.error} />}
    </ReasonDialog>
  );
}
