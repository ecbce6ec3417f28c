import type { DefinitionVersion } from "@flowright/client";
import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { Modal, Text } from "@mantine/core";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePartTexts } from "../../parts/texts.ts";
import type { Autosave } from "../save/autosave.ts";
import { PublishForm } from "./PublishForm.tsx";
import "./publish.css";
import { usePublishTexts } from "./texts.ts";

export interface PublishDialogProps {
  readonly opened: boolean;
  readonly definition: WorkflowDefinition;
  /** Latest first. */
  readonly versions: readonly DefinitionVersion[];
  /** Version that the draft began from. */
  readonly basedOn: number | null;
  /** Null where the person may publish, but not change the draft. */
  readonly autosave: Autosave | null;
  onGoTo(problem: Problem): void;
  onClose(): void;
}

/** Publishes the draft as the next version: what it means for cases, what is in the way, and a note. */
export function PublishDialog(props: PublishDialogProps) {
  const t = usePublishTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const name = textOf(props.definition.name, language) || props.definition.id;
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>{t("title", { flow: name })}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {props.opened && <PublishForm {...props} />}
    </Modal>
  );
}
