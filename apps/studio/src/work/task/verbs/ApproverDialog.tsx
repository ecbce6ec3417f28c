import type { TaskDetail } from "@flowright/client";
import { Button, Group, Modal, Select, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import { usePersonName } from "../../../parts/use-people.ts";
import { useTaskTexts } from "../texts.ts";
import { useColleagues } from "./use-colleagues.ts";
import type { TaskVerbs } from "./use-task-verbs.ts";

interface ApproverDialogProps {
  readonly task: TaskDetail;
  readonly verbs: TaskVerbs;
}

const WORDS = {
  "add-approver": {
    title: "addApproverTitle",
    lead: "addApproverLead",
    whom: "addApproverTo",
    missing: "transferToMissing",
  },
  "remove-approver": {
    title: "removeApproverTitle",
    lead: "removeApproverLead",
    whom: "removeApproverTo",
    missing: "removeApproverMissing",
  },
} as const;

/** Asks one more person for a decision at this step, or one fewer. */
export function ApproverDialog({ task, verbs }: ApproverDialogProps) {
  const t = useTaskTexts();
  const { asking } = verbs;
  const verb = asking === "add-approver" || asking === "remove-approver" ? asking : null;
  return (
    <Modal
      opened={verb !== null}
      onClose={verbs.cancel}
      title={<Text fw={600}>{verb !== null && t(WORDS[verb].title)}</Text>}
    >
      {verb !== null && <ApproverForm task={task} verbs={verbs} verb={verb} />}
    </Modal>
  );
}

function ApproverForm({ task, verbs, verb }: ApproverDialogProps & { readonly verb: keyof typeof WORDS }) {
  const t = useTaskTexts();
  const parts = usePartTexts();
  const nameOf = usePersonName();
  const [person, setPerson] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const adding = verb === "add-approver";
  const { query: colleagues, choices } = useColleagues(task, adding);
  const removable = task.removableApprovers.map((user) => ({ value: user, label: nameOf(user) }));
  const words = WORDS[verb];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (person !== null && verbs.busy === null) verbs.confirm("", person);
      }}
    >
      <Text className="quiet" mb="sm">
        {t(words.lead)}
      </Text>
      <Select
        label={t(words.whom)}
        withAsterisk
        searchable
        data-autofocus
        data={adding ? choices : removable}
        value={person}
        disabled={adding && colleagues.isPending}
        error={tried && person === null ? t(words.missing) : undefined}
        nothingFoundMessage={t("transferNobody")}
        onChange={setPerson}
      />
      {adding && colleagues.isError && <ProblemAlert error={colleagues.error} />}
      {verbs.error !== null && <ProblemAlert error={verbs.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={verbs.cancel}>
          {parts("cancel")}
        </Button>
        <Button type="submit" loading={verbs.busy !== null}>
          {t(verb)}
        </Button>
      </Group>
    </form>
  );
}
