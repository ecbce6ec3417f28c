import type { WorkflowDefinition } from "@flowright/definition";
import { useMemo, useRef } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import type { CanvasUi } from "../canvas-ui.ts";
import { laneNumber, laneOf } from "../lane/lanes-of.ts";
import type { problemsById } from "../problem/problems-by-id.ts";

type MapClass = (node: { readonly id: string }) => string;

/**
 * The class of each step on the minimap. The same function as long as every step keeps its class: with another one the
 * minimap draws all its steps anew, which in a large flow would be felt at every key and every move of a drag.
 */
export function useMapClass(
  definition: WorkflowDefinition,
  drawn: WorkflowDefinition,
  problemsOf: ReturnType<typeof problemsById>,
  lanes: CanvasUi["lanes"],
): MapClass {
  const last = useRef<{ readonly classes: ReadonlyMap<string, string>; readonly of: MapClass } | null>(null);
  return useMemo(() => {
    const classes = new Map<string, string>();
    for (const [id, { node }] of indexOf(drawn).nodes) {
      const lane = lanes.open ? laneOf(node) : null;
      if (problemsOf(id).errors > 0) classes.set(id, "fw-map-error");
      else if (lane !== null && (lanes.only === null || lanes.only === lane)) {
        classes.set(id, `fw-map-lane-${laneNumber(definition, lane)}`);
      } else classes.set(id, lanes.open ? "fw-map-frame" : `fw-map-${elementTypeOf(node).family}`);
    }
    if (last.current && isSame(last.current.classes, classes)) return last.current.of;
    const of: MapClass = ({ id }) => classes.get(id) ?? "fw-map-frame";
    last.current = { classes, of };
    return of;
  }, [definition, drawn, problemsOf, lanes]);
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...b].every(([id, name]) => a.get(id) === name);
}
