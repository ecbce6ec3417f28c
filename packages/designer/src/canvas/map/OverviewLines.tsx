import { useReactFlow, useStoreApi, ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import type { FlowEdge } from "../../diagram/flow-elements.ts";
import type { Route } from "../../diagram/route/route.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import type { LineLook } from "../line/LineEdge.tsx";
import { lineNear } from "./line-near.ts";

type Line = FlowEdge<LineLook>;

/** Lines in one path: few enough that one that moves does not cost all, enough that there are few paths. */
const IN_ONE_PATH = 64;

/** All lines of a flow that is looked at from afar, in few elements. */
export function OverviewLines({ lines }: { readonly lines: readonly Line[] }) {
  const live = useCanvasUi((state) => state.liveRoutes);
  const bundles = useMemo(() => bundlesOf(lines), [lines]);
  useLineClicks(lines);
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

/** Pixels on the screen within which a click means a line. */
const REACH = 8;

/** A click on the ground beside a line selects the line, as it does where lines are drawn one by one. */
function useLineClicks(lines: readonly Line[]): void {
  const store = useDesignerStore();
  const canvas = useStoreApi();
  const flow = useReactFlow();
  useEffect(() => {
    const ground = canvas.getState().domNode?.querySelector<HTMLElement>(".react-flow__pane");
    let pressed = { x: 0, y: 0 };
    const down = ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed = { x, y };
    };
    const click = (event: MouseEvent) => {
      const at = { x: event.clientX, y: event.clientY };
      if (Math.hypot(at.x - pressed.x, at.y - pressed.y) > REACH) return;
      const routes = lines.flatMap(({ id, data }) => (data ? [[id, data.route] as const] : []));
      const id = lineNear(routes, flow.screenToFlowPosition(at), REACH / flow.getZoom());
      if (id === null) return;
      const more = event.ctrlKey || event.metaKey || event.shiftKey;
      const before = more ? store.getState().selection.filter((each) => each !== id) : [];
      // The click on the ground itself selects nothing; this comes after it.
      setTimeout(() => store.getState().select([...before, id]));
    };
    ground?.addEventListener("pointerdown", down, true);
    ground?.addEventListener("click", click);
    return () => {
      ground?.removeEventListener("pointerdown", down, true);
      ground?.removeEventListener("click", click);
    };
  }, [lines, store, canvas, flow]);
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
