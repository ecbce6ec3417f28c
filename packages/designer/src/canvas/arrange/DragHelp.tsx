import { useStore as useFlowStore, ViewportPortal } from "@xyflow/react";
import type { Drag } from "./dragged.ts";

/** What is shown while steps are dragged: helper lines, and the outlines of copies. */
export function DragHelp({ drag }: { readonly drag: Drag | null }) {
  const zoom = useFlowStore((state) => state.transform[2]);
  if (!drag || (drag.lines.length === 0 && !drag.copies)) return null;
  return (
    <ViewportPortal>
      <div className="fw-drag-help" aria-hidden="true">
        {drag.copies &&
          drag.places.map(({ x, y, width, height }, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: outlines have nothing but their place
              key={at}
              className="fw-copy-outline"
              style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
            />
          ))}
        <svg className="fw-helper-lines" aria-hidden="true">
          {drag.lines.map(({ axis, at, from, to, sort }) => (
            <line
              key={`${axis}-${at}-${from}-${to}`}
              data-sort={sort}
              x1={axis === "x" ? at : from}
              x2={axis === "x" ? at : to}
              y1={axis === "x" ? from : at}
              y2={axis === "x" ? to : at}
              strokeWidth={1 / zoom}
            />
          ))}
        </svg>
      </div>
    </ViewportPortal>
  );
}
