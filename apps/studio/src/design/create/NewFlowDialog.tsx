import type { DefinitionSummary } from "@flowright/client";
import { Modal, Text } from "@mantine/core";
import { usePartTexts } from "../../parts/texts.ts";
import type { BpmnSource } from "../bpmn/read/bpmn-source.ts";
import "./new-flow.css";
import { NewFlowForm } from "./NewFlowForm.tsx";
import { useNewFlowTexts } from "./texts.ts";

interface NewFlowDialogProps {
  readonly opened: boolean;
  readonly flows: readonly DefinitionSummary[];
  onClose(): void;
  /** A drawing of another tool was chosen, which is imported elsewhere. */
  onDrawing(source: BpmnSource): void;
}

/** Asks what a new flow begins with and how it is called. */
export function NewFlowDialog({ opened, flows, onClose, onDrawing }: NewFlowDialogProps) {
  const t = useNewFlowTexts();
  const parts = usePartTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Text fw={600}>{t("title")}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {opened && <NewFlowForm flows={flows} onClose={onClose} onDrawing={onDrawing} />}
    </Modal>
  );
}
