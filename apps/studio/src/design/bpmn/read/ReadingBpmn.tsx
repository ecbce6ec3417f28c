import type { ImportStage } from "@flowright/bpmn";
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { usePartTexts } from "../../../parts/texts.ts";
import { useBpmnTexts } from "../texts.ts";
import { READING_SECONDS } from "./read-bpmn.ts";

/** Percent that are done when a part of the work begins. */
const DONE: { readonly [S in ImportStage]: number } = { guard: 5, parse: 20, read: 45, check: 75 };

interface ReadingBpmnProps {
  readonly file: string;
  readonly stage: ImportStage;
  onCancel(): void;
}

/** How far the reading of a file is. */
export function ReadingBpmn({ file, stage, onCancel }: ReadingBpmnProps) {
  const t = useBpmnTexts();
  const parts = usePartTexts();
  return (
    <Stack gap="sm">
      <Text role="status">{t(stage)}</Text>
      <Progress value={DONE[stage]} aria-label={t("reading", { file })} />
      <Text size="sm" className="quiet">
        {t("readingLimit", { seconds: READING_SECONDS })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {parts("cancel")}
        </Button>
      </Group>
    </Stack>
  );
}
