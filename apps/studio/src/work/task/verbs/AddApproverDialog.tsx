import type { TaskDetail } from "@flowright/client";
import { Button, Group, Modal, Select, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { useTaskTexts } from "../texts.ts";
import { useColleagues } from "./use-colleagues.ts";
import type { TaskVerbs } from "./use-task-verbs.ts";

/** Asks one more person for a decision at this step. */
export function AddApproverDialog({ task, verbs }: { task: TaskDetail; verbs: TaskVerbs }) {
  const t = useTaskTexts();
  const parts = usePartTexts();
  const opened = verbs.asking === "add-approver";
  const [person, setPerson] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { query: colleagues, choices } = useColleagues(task, opened);
  return (
    <Modal opened={opened} onClose={verbs.cancel} title={<Text fw={600}>{t("addApproverTitle")}</Text>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (person !== null && verbs.busy === null) verbs.confirm("", person);
        }}
      >
        <Text className="quiet" mb="sm">
          {t("addApproverLead")}
        </Text>
        <Select
          label={t("addApproverTo")}
          withAsterisk
          searchable
          data-autofocus
          data={choices}
          value={person}
          disabled={colleagues.isPending}
          error={tried && person === null ? t("transferToMissing") : undefined}
          nothingFoundMessage={t("transferNobody")}
          onChange={setPerson}
        />
        {colleagues.isError && <ProblemAlert error={colleagues.error} />}
        {verbs.error !== null && <ProblemAlert error={verbs.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={verbs.cancel}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={verbs.busy !== null}>
            {t("add-approver")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
