import { LineLabel } from "../diagram/LineLabel.tsx";
import type { Point } from "../diagram/route/route.ts";

/** The label of a line. */
export function LineChip({ label, at }: { readonly label: string; readonly at: Point }) {
  if (!label) return null;
  return (
    <LineLabel>
      <div
        className="fw-line-label"
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      >
        <span className="fw-line-chip" title={label}>
          {label}
        </span>
      </div>
    </LineLabel>
  );
}
