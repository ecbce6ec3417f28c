import { type MergeConflict, mergeFlows, type Side } from "@flowright/definition";
import { fieldRows, namesOf } from "@flowright/designer/compare";
import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePartTexts } from "../../../parts/texts.ts";
import { useWorkspaceChoices } from "../use-workspace-choices.ts";
import { useConflictTexts } from "./texts.ts";
import type { Mergeable } from "./use-conflict.ts";

interface MergeDialogProps {
  readonly mergeable: Mergeable;
  /** Who saved the other draft. */
  readonly who: string;
  onMerge(choices: ReadonlyMap<string, Side>): void;
  onClose(): void;
}

/** Asks for each place that both sides changed whose change counts; all else is put together by itself. */
export function MergeDialog({ mergeable, who, onMerge, onClose }: MergeDialogProps) {
  const t = useConflictTexts();
  const parts = usePartTexts();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const { conflicts } = useMemo(() => mergeFlows({ ...mergeable, choices }), [mergeable, choices]);
  const wordsOf = useConflictWords(mergeable);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={600}>{t("mergeTitle")}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Text>{t("mergeLead")}</Text>
      <Stack gap="md" mt="md">
        {conflicts.map((conflict) => {
          const { title, mine, theirs } = wordsOf(conflict);
          return (
            <Radio.Group
              key={conflict.key}
              label={title}
              value={conflict.chosen}
              onChange={(side) => setChoices(new Map([...choices, [conflict.key, side as Side]]))}
            >
              <Stack gap={4} mt={4}>
                <Radio value="mine" label={`${t("mine")}: ${mine}`} />
                <Radio value="theirs" label={`${who}: ${theirs}`} />
              </Stack>
            </Radio.Group>
          );
        })}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button
          data-autofocus
          onClick={() => onMerge(new Map(conflicts.map(({ key, chosen }) => [key, chosen])))}
        >
          {t("mergeDo")}
        </Button>
      </Group>
    </Modal>
  );
}

/** A conflict in the words of the panel: where it is, and what either side says. */
function useConflictWords({ mine, theirs }: Mergeable) {
  const t = useConflictTexts();
  const language = useLanguage();
  const choices = useWorkspaceChoices();
  return useMemo(() => {
    const own = namesOf(mine, language, choices);
    const other = namesOf(theirs, language, choices);
    return (conflict: MergeConflict) => {
      const { what, id, field } = conflict;
      const step = own.node(id) === undefined ? other.step(id) : own.step(id);
      const name = what === "step" ? step : what === "line" ? own.line(id) : "";
      if (field === undefined) {
        const words = (side: Side) => (conflict.removedBy === side ? t("removes") : t("keeps"));
        return { title: name || t("removed"), mine: words("mine"), theirs: words("theirs") };
      }
      const rows = fieldRows(
        what,
        { field, before: conflict.theirs, after: conflict.mine },
        { names: other, node: other.node(id) },
        { names: own, node: own.node(id) },
      );
      const labels = [...new Set(rows.map(({ label }) => label))].join(", ");
      const said = (side: "before" | "after") => rows.map((row) => row[side] ?? "–").join(" · ");
      return {
        title: [name, labels || t("place")].filter(Boolean).join(" › "),
        mine: said("after"),
        theirs: said("before"),
      };
    };
  }, [mine, theirs, language, choices, t]);
}
