import { notifications } from "@mantine/notifications";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import "./bpmn.css";
import { type BpmnSource, droppedDrawing, isBpmnText } from "./read/bpmn-source.ts";
import { useBpmnTexts } from "./texts.ts";

interface BpmnDropAreaProps {
  /** False where nothing may be imported: then it is nothing but its content. */
  readonly active: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  onSource(source: BpmnSource): void;
}

/** Takes drawings of other tools that are dropped on it, or pasted as text anywhere but in a field. */
export function BpmnDropArea({ active, className, children, onSource }: BpmnDropAreaProps) {
  const t = useBpmnTexts();
  // Entering a child comes before leaving its parent; the depth tells when the file has really left.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const take = useRef(onSource);
  take.current = onSource;

  useEffect(() => {
    if (!active) return;
    const paste = (event: ClipboardEvent) => {
      if (isField(event.target)) return;
      const file = droppedDrawing(event.clipboardData?.files ?? []);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) take.current({ kind: "file", file });
      else if (isBpmnText(text)) take.current({ kind: "text", text });
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the canvas, which knows its own steps alone.
    window.addEventListener("paste", paste, { capture: true });
    return () => window.removeEventListener("paste", paste, { capture: true });
  }, [active]);

  const move = (event: DragEvent, by: number) => {
    if (!active || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!active || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const file = droppedDrawing(event.dataTransfer.files);
    if (file) onSource({ kind: "file", file });
    else notifications.show({ message: t("dropOther") });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; a button opens the same dialog
    <div
      className={className === undefined ? "bpmn-drop-area" : `bpmn-drop-area ${className}`}
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => move(event, 0)}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="bpmn-drop-here" aria-hidden="true">
          {t("dropHere")}
        </div>
      )}
    </div>
  );
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
