import type { DrawingGroup } from "@flowright/definition";
import type { ReactNode } from "react";

/** How an open group looks: a frame with its name. Knows nothing of editing. */
export function GroupShape({
  group,
  name,
  selected = false,
  children,
}: {
  readonly group: DrawingGroup;
  readonly name: string;
  readonly selected?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="fw-frame" data-colour={group.colour ?? "grey"} data-selected={selected || undefined}>
      <div className="fw-frame-head">
        <span className="fw-frame-name">{name}</span>
        {children}
      </div>
    </div>
  );
}
