import { Modal, Text } from "@mantine/core";
import { Suspense } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { usePartTexts } from "../../parts/texts.ts";
import type { PublishFormProps } from "./PublishForm.tsx";
import "./publish.css";
import { usePublishTexts } from "./texts.ts";

const PublishForm = lazyPart(async () => (await import("./PublishForm.tsx")).PublishForm);

interface PublishDialogProps extends PublishFormProps {
  readonly opened: boolean;
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
      {props.opened && (
        <Suspense fallback={<Text className="quiet">{t("checking")}</Text>}>
          <PublishForm {...props} />
        </Suspense>
      )}
    </Modal>
  );
}
