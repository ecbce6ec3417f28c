import { BaseEdge } from "@xyflow/react";
import type { LineSort } from "./flow-elements.ts";
import { roundedPath } from "./route/rounded-path.ts";
import type { Point, Route } from "./route/route.ts";

/** A line with rounded corners, its arrow, and the slash of "otherwise"; dotted where it is no way of the flow. */
export function LinePath({
  route,
  slash,
  sort,
  markerEnd,
  className,
}: {
  readonly route: Route;
  readonly slash: boolean;
  readonly sort: LineSort;
  readonly markerEnd: string | undefined;
  readonly className?: string;
}) {
  return (
    <>
      <BaseEdge
        path={roundedPath(route.points)}
        interactionWidth={20}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        className={[className, sort === "next" ? "" : `fw-line-${sort}`].filter(Boolean).join(" ")}
      />
      {slash && <path className="fw-line-slash" d={slashPath(route.points)} />}
    </>
  );
}

function slashPath(points: readonly Point[]): string {
  const [a, b] = points;
  if (!a || !b) return "";
  const x = a.x + Math.sign(b.x - a.x) * 12;
  const y = a.y + Math.sign(b.y - a.y) * 12;
  return `M${x - 4} ${y + 5}L${x + 4} ${y - 5}`;
}
