import type { TaskDetail } from "@flowright/client";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ReasonDialog } from "../../../parts/ReasonDialog.tsx";
import { useTaskTexts } from "../texts.ts";
import { ApproverDialog } from "./ApproverDialog.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { TransferDialog } from "./TransferDialog.tsx";
import type { TaskVerbs } from "./use-task-verbs.ts";

interface VerbDialogsProps {
  readonly task: TaskDetail;
  readonly verbs: TaskVerbs;
  /** Name of the person who started the case. */
  readonly initiator: string | null;
}

/** What approving, rejecting, returning and transferring ask before they happen. */
export function VerbDialogs({ task, verbs, initiator }: VerbDialogsProps) {
  const t = useTaskTexts();
  const language = useLanguage();
  const name = textOf(task.name, language);
  const always = task.reasonRequired === "always";
  const rejecting = always || task.reasonRequired === "reject";
  const rest = {
    missing: t("reasonMissing"),
    busy: verbs.busy !== null,
    error: verbs.error,
    onClose: verbs.cancel,
    onConfirm: (reason: string) => verbs.confirm(reason),
  };
  return (
    <>
      <ReasonDialog
        {...rest}
        opened={verbs.asking === "approve"}
        title={t("approveTitle", { task: name })}
        label={always ? t("reason") : t("comment")}
        required={always}
        confirm={t("approve")}
      />
      <ReasonDialog
        {...rest}
        opened={verbs.asking === "reject"}
        title={t("rejectTitle", { task: name })}
        label={rejecting ? t("reason") : t("comment")}
        required={rejecting}
        confirm={t("reject")}
        danger
      />
      <ReturnDialog task={task} verbs={verbs} initiator={initiator} />
      <TransferDialog task={task} verbs={verbs} />
      <ApproverDialog task={task} verbs={verbs} />
    </>
  );
}
