import type { WorkflowDefinition } from "@flowright/definition";
import { type ReactNode, Suspense } from "react";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { BpmnDropArea } from "./BpmnDropArea.tsx";
import type { BpmnSource } from "./read/bpmn-source.ts";

const BpmnImportDialog = lazyPart(async () => (await import("./BpmnImportDialog.tsx")).BpmnImportDialog);

interface ImportOntoCanvasProps {
  readonly definition: WorkflowDefinition;
  /** What is being imported; "ask" where it is still to be chosen. */
  readonly source: BpmnSource | "ask" | null;
  /** False where the person may not change the flow, or it already has steps. */
  readonly active: boolean;
  readonly children: ReactNode;
  onSource(source: BpmnSource | null): void;
  onTake(definition: WorkflowDefinition): void;
}

/** The canvas of a flow; while it is empty, it takes drawings of other tools. */
export function ImportOntoCanvas(props: ImportOntoCanvasProps) {
  const { definition, source, active, children, onSource, onTake } = props;
  return (
    <BpmnDropArea active={active && source === null} className="edit-canvas" onSource={onSource}>
      {children}
      {active && (
        <Suspense>
          <BpmnImportDialog
            opened={source}
            into={{ id: definition.id, name: definition.name, onTake }}
            onClose={() => onSource(null)}
          />
        </Suspense>
      )}
    </BpmnDropArea>
  );
}
