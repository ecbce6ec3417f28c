import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import type { FlowEdge } from "../../diagram/flow-elements.ts";
import type { Route } from "../../diagram/route/route.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import type { LineLook } from "../line/LineEdge.tsx";

type Line = FlowEdge<LineLook>;

/** Lines in one path: few enough that one that moves does not cost all, enough that there are few paths. */
const IN_ONE_PATH = 64;

/** All lines of a flow that is looked at from afar, in few elements. */
export function OverviewLines({ lines }: { readonly lines: readonly Line[] }) {
  const live = useCanvasUi((state) => state.liveRoutes);
  const bundles = useMemo(() => bundlesOf(lines), [lines]);
  return (
    <ViewportPortal>
      <svg className="fw-overview" aria-hidden="true">
        {bundles.map(({ key, look, lines }) => (
          <path
            key={key}
            data-look={look}
            d={lines.map(({ id, data }) => pathOf(live?.get(id) ?? data?.route)).join("")}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

interface Bundle {
  readonly key: string;
  readonly look: string;
  readonly lines: Line[];
}

function bundlesOf(lines: readonly Line[]): Bundle[] {
  const open = new Map<string, Bundle>();
  const all: Bundle[] = [];
  for (const line of lines) {
    const look = lookOf(line);
    let bundle = open.get(look);
    if (!bundle || bundle.lines.length === IN_ONE_PATH) {
      bundle = { key: `${look} ${all.length}`, look, lines: [] };
      open.set(look, bundle);
      all.push(bundle);
    }
    bundle.lines.push(line);
  }
  return all;
}

function lookOf({ selected, data }: Line): string {
  if (selected || data?.look.drop || data?.look.trial) return "accent";
  if (data?.look.errors) return "problem";
  return data?.look.untried ? "untried" : "plain";
}

const paths = new WeakMap<Route, string>();

function pathOf(route: Route | undefined): string {
  if (!route) return "";
  const known = paths.get(route);
  if (known !== undefined) return known;
  const path = route.points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  paths.set(route, path);
  return path;
}
