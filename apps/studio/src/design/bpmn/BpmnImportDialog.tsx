import { Modal, Skeleton, Text } from "@mantine/core";
import { Suspense, useState } from "react";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { usePartTexts } from "../../parts/texts.ts";
import "./bpmn.css";
import type { BpmnSource } from "./read/bpmn-source.ts";
import { ChooseBpmn } from "./read/ChooseBpmn.tsx";
import { ReadingBpmn } from "./read/ReadingBpmn.tsx";
import { RefusedBpmn } from "./read/RefusedBpmn.tsx";
import { useReading } from "./read/use-reading.ts";
import type { ImportTarget } from "./review/import-target.ts";
import { useBpmnTexts } from "./texts.ts";

/** It brings the designer with it, which a list of flows has no other need of. */
const ReviewImport = lazyPart(async () => (await import("./review/ReviewImport.tsx")).ReviewImport);

interface BpmnImportDialogProps {
  /** What to read at once; "ask" where it is still to be chosen, null where the dialog is closed. */
  readonly opened: BpmnSource | "ask" | null;
  readonly into?: ImportTarget | undefined;
  onClose(): void;
}

/**
 * Imports a drawing of another tool: choose, read, look at the picture and the report, confirm. Until then nothing is
 * written.
 */
export function BpmnImportDialog({ opened, into, onClose }: BpmnImportDialogProps) {
  const t = useBpmnTexts();
  const parts = usePartTexts();
  const [chosen, setChosen] = useState<{ of: typeof opened; source: BpmnSource | null } | null>(null);
  const source = chosen?.of === opened ? chosen.source : typeof opened === "object" ? opened : null;
  const choose = (next: BpmnSource | null) => setChosen({ of: opened, source: next });
  const { stage, read } = useReading(opened === null ? null : source);
  const file = source?.kind === "file" ? source.file.name : t("pasted");
  const flows = read?.ok ? read.result.definitions : [];
  return (
    <Modal
      opened={opened !== null}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
      fullScreen={flows.length > 0}
      size="lg"
      className={flows.length > 0 ? "bpmn-review-modal" : undefined}
      title={<Text fw={600}>{source === null ? t("title") : t("titleOf", { file })}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
      closeOnClickOutside={source === null}
    >
      {source === null && <ChooseBpmn onChosen={choose} />}
      {source !== null && read === null && (
        <ReadingBpmn file={file} stage={stage} onCancel={() => choose(null)} />
      )}
      {read !== null && flows.length === 0 && (
        <RefusedBpmn file={file} read={read} onAnother={() => choose(null)} />
      )}
      {read?.ok && flows.length > 0 && (
        <Suspense fallback={<Skeleton h={240} />}>
          <ReviewImport file={file} result={read.result} into={into} onClose={onClose} />
        </Suspense>
      )}
    </Modal>
  );
}
