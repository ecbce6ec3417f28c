import type { TaskDetail } from "@flowright/client";
import { Button, Menu, Text } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDots,
  IconHandGrab,
  IconHandOff,
  IconUserMinus,
  IconUserPlus,
  IconX,
} from "@tabler/icons-react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import type { DraftState } from "../draft/use-task-draft.ts";
import { useTaskTexts } from "../texts.ts";
import type { Verb } from "./send-verb.ts";
import type { TaskVerbs } from "./use-task-verbs.ts";

interface VerbBarProps {
  readonly task: TaskDetail;
  readonly verbs: TaskVerbs;
  readonly draftState: DraftState;
  /** A file of the form is on its way: finishing now would leave it behind. */
  readonly uploading: boolean;
}

const ICONS: { readonly [verb in Verb]: typeof IconCheck } = {
  complete: IconCheck,
  approve: IconCheck,
  claim: IconHandGrab,
  reject: IconX,
  return: IconArrowBackUp,
  transfer: IconArrowForwardUp,
  release: IconHandOff,
  "add-approver": IconUserPlus,
  "remove-approver": IconUserMinus,
};
/** The first that is allowed is the one thing to do. */
const IN_SIGHT: readonly Verb[] = ["complete", "approve", "reject", "claim"];
const BEHIND_MORE: readonly Verb[] = ["return", "transfer", "add-approver", "remove-approver", "release"];

/** What can be done with the task now, always in sight; and why it did not work. */
export function VerbBar({ task, verbs, draftState, uploading }: VerbBarProps) {
  const t = useTaskTexts();
  const shown = IN_SIGHT.filter((verb) => task.verbs.includes(verb));
  const first = shown.find((verb) => verb !== "reject");
  const more = BEHIND_MORE.filter((verb) => task.verbs.includes(verb));
  const words = { untouched: "", saving: t("draftSaving"), saved: t("draftSaved"), kept: t("draftKept") };
  const draftWords = uploading ? t("uploading") : words[draftState];
  if (task.status !== "open" || shown.length + more.length === 0) return null;
  return (
    <footer className="verbs">
      <Refusal task={task} verbs={verbs} />
      <div className="verbs-row">
        {shown.map((verb) => {
          const Icon = ICONS[verb];
          return (
            <Button
              key={verb}
              size="md"
              variant={verb === first ? "filled" : "default"}
              leftSection={<Icon size={18} aria-hidden="true" />}
              loading={verbs.busy === verb}
              disabled={uploading || (verbs.busy !== null && verbs.busy !== verb)}
              onClick={() => verbs.ask(verb)}
            >
              {verb === "complete" && task.type === "revision" ? t("resubmit") : t(verb)}
            </Button>
          );
        })}
        <span className="verbs-wide">
          {more.map((verb) => {
            const Icon = ICONS[verb];
            return (
              <Button
                key={verb}
                size="md"
                variant="subtle"
                color="gray"
                leftSection={<Icon size={18} aria-hidden="true" />}
                loading={verbs.busy === verb}
                disabled={verbs.busy !== null && verbs.busy !== verb}
                onClick={() => verbs.ask(verb)}
              >
                {t(verb)}
              </Button>
            );
          })}
        </span>
        {more.length > 0 && (
          <span className="verbs-narrow">
            <Menu position="top-end">
              <Menu.Target>
                <Button size="md" variant="default" leftSection={<IconDots size={18} aria-hidden="true" />}>
                  {t("moreVerbs")}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {more.map((verb) => {
                  const Icon = ICONS[verb];
                  return (
                    <Menu.Item key={verb} leftSection={<Icon size={18} />} onClick={() => verbs.ask(verb)}>
                      {t(verb)}
                    </Menu.Item>
                  );
                })}
              </Menu.Dropdown>
            </Menu>
          </span>
        )}
        <Text size="xs" className="quiet verbs-draft" role="status">
          {draftWords}
        </Text>
      </div>
    </footer>
  );
}

function Refusal({ task, verbs }: { task: TaskDetail; verbs: TaskVerbs }) {
  const t = useTaskTexts();
  const language = useLanguage();
  if (verbs.missing.length > 0) {
    const items = task.checklist
      .filter(({ id }) => verbs.missing.includes(id))
      .map(({ text }) => textOf(text, language))
      .join(language === "en" ? "; " : "；");
    return (
      <div role="alert" className="verbs-refusal">
        <strong>{t("notTicked", { items })}</strong> {t("notTickedFix")}
      </div>
    );
  }
  if (verbs.error !== null && verbs.asking === null && !verbs.conflict) {
    return <ProblemAlert error={verbs.error} />;
  }
  if (verbs.problems.length > 0 && verbs.asking === null) {
    return (
      <div role="alert" className="verbs-refusal">
        <strong>{t("formWrong")}</strong> {t("formWrongFix")}
      </div>
    );
  }
  return null;
}
