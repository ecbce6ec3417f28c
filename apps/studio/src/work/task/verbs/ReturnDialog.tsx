import type { TaskDetail } from "@flowright/client";
import { Radio, Select } from "@mantine/core";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { useTaskTexts } from "../texts.ts";
import type { TaskVerbs } from "./use-task-verbs.ts";

interface ReturnDialogProps {
  readonly task: TaskDetail;
  readonly verbs: TaskVerbs;
  /** Name of the person who started the case; null where a program did. */
  readonly initiator: string | null;
}

const INITIATOR = "";

/** Sends the case back: to whoever started it, or to an earlier step, and says how it comes back. */
export function ReturnDialog({ task, verbs, initiator }: ReturnDialogProps) {
  const t = useTaskTexts();
  const language = useLanguage();
  const targets = task.returnTargets;
  const first = initiator === null ? (targets[0]?.node ?? INITIATOR) : INITIATOR;
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<"walk" | "jump">("walk");
  const to = chosen ?? first;
  const target = targets.find(({ node }) => node === to);
  const choices = [
    ...(initiator === null ? [] : [{ value: INITIATOR, label: t("returnToInitiator", { who: initiator }) }]),
    ...targets.map(({ node, name }) => ({ value: node, label: textOf(name, language) || node })),
  ];
  return (
    <ReasonDialog
      opened={verbs.asking === "return"}
      title={t("returnTitle")}
      {...(to === INITIATOR && initiator !== null ? { lead: t("returnLead", { who: initiator }) } : {})}
      label={t("reason")}
      missing={t("reasonMissing")}
      required
      confirm={t("return")}
      busy={verbs.busy !== null}
      error={verbs.error}
      onClose={verbs.cancel}
      onConfirm={(reason) =>
        target === undefined ? verbs.confirm(reason) : verbs.confirm(reason, to, target.jump ? way : "walk")
      }
    >
      {targets.length > 0 && (
        <Select
          label={t("returnTo")}
          data={choices}
          value={to}
          allowDeselect={false}
          data-autofocus
          mb="sm"
          onChange={setChosen}
        />
      )}
      {target?.jump === true && (
        <Radio.Group
          label={t("returnWay")}
          value={way}
          mb="sm"
          onChange={(value) => setWay(value as "walk" | "jump")}
        >
          <Radio value="walk" label={t("returnWalk")} mt={4} />
          <Radio value="jump" label={t("returnJump")} mt={4} />
        </Radio.Group>
      )}
    </ReasonDialog>
  );
}
