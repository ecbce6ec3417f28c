import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePartTexts } from "../../../parts/texts.ts";
import "../bpmn.css";
import { stepIndex } from "../review/step-index.ts";
import { useBpmnTexts } from "../texts.ts";
import { downloadText } from "./download-text.ts";
import { lossesByStep } from "./losses-by-step.ts";

interface ExportBpmnDialogProps {
  /** What is to be exported; null where the dialog is closed. */
  readonly definition: WorkflowDefinition | null;
  /** Name of the file without its ending. */
  readonly file: string;
  onClose(): void;
}

/** A flow as BPMN: first what BPMN cannot say of it, then the file. */
export function ExportBpmnDialog({ definition, file, onClose }: ExportBpmnDialogProps) {
  const t = useBpmnTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const exported = useQuery({
    queryKey: ["bpmn-export", definition, language],
    queryFn: async () => {
      if (definition === null) return null;
      const { exportBpmn } = await import("./export-bpmn.ts");
      return exportBpmn(definition, { language });
    },
    enabled: definition !== null,
    gcTime: 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { steps, others } = lossesByStep(exported.data?.report ?? []);
  const known = definition === null ? null : stepIndex([definition], language);
  const lost = (problem: Problem) => problem.severity === "error";
  return (
    <Modal
      opened={definition !== null}
      onClose={onClose}
      size="lg"
      title={<Text fw={600}>{t("exportTitle")}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Stack gap="sm">
        <Text className="quiet">{definition === null ? "" : textOf(definition.name, language)}</Text>
        {exported.isPending && <Skeleton h={48} />}
        {exported.isError && <Text role="alert">{t("exportFailed")}</Text>}
        {exported.data && (
          <Text>{steps.length + others.length === 0 ? t("exportAll") : t("exportLead")}</Text>
        )}
        <Losses title={t("exportNotIn")} problems={others.filter(lost)} />
        <Losses title={t("exportDiffers")} problems={others.filter((problem) => !lost(problem))} />
        {steps.length > 0 && (
          <section className="bpmn-losses">
            <h3>
              {t("exportOnlyHere")}{" "}
              <span className="quiet number">{t("steps", { count: steps.length })}</span>
            </h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that is longer than its place is moved with the arrow keys */}
            <ul className="bpmn-notes" aria-label={t("exportOnlyHere")} tabIndex={0}>
              {steps.map(({ step, settings }) => (
                <li key={step} className="bpmn-line">
                  <span className="bpmn-note-place">{known?.get(step)?.name ?? step}</span>
                  <code className="bpmn-becomes">{settings.join(", ")}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button
            disabled={!exported.data}
            onClick={() => {
              if (exported.data) downloadText(`${file}.bpmn`, exported.data.xml, "application/xml");
              onClose();
            }}
          >
            {t("exportDo")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Losses({ title, problems }: { readonly title: string; readonly problems: readonly Problem[] }) {
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <section className="bpmn-losses">
      <h3>
        {title} <span className="quiet number">{problems.length}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that is longer than its place is moved with the arrow keys */}
      <ul className="bpmn-notes" aria-label={title} tabIndex={0}>
        {problems.map((problem) => (
          <li key={`${problem.code}${problem.node}${JSON.stringify(problem.params)}`}>
            <div className="bpmn-line">
              <span>{problem.message[language]}</span>
              <span className="quiet">{problem.fix[language]}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
