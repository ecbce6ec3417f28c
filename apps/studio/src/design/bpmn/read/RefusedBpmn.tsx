import { Button, Group, Stack, Text } from "@mantine/core";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useBpmnTexts } from "../texts.ts";
import type { ReadBpmn } from "./read-bpmn.ts";

interface RefusedBpmnProps {
  readonly file: string;
  readonly read: ReadBpmn;
  onAnother(): void;
}

/** Why a file gives no flow, where in it, and what to do. */
export function RefusedBpmn({ file, read, onAnother }: RefusedBpmnProps) {
  const t = useBpmnTexts();
  const language = useLanguage();
  return (
    <Stack gap="sm" role="alert">
      <Text fw={600}>{t("refusedTitle", { file })}</Text>
      {read.ok ? (
        <ul className="bpmn-refused">
          {read.result.problems.map((problem) => (
            <li key={`${problem.code}${problem.path}${JSON.stringify(problem.at ?? null)}`}>
              <span>{problem.message[language]}</span>
              {problem.at !== undefined && "line" in problem.at && (
                <span className="quiet number">{t("place", { ...problem.at })}</span>
              )}
              <span className="quiet">{problem.fix[language]}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Text>{t(read.failure)}</Text>
      )}
      <Text className="quiet">{t("refusedLead")}</Text>
      <Group justify="flex-end">
        <Button onClick={onAnother}>{t("another")}</Button>
      </Group>
    </Stack>
  );
}
