import type { Node, WorkflowDefinition } from "@flowright/definition";
import { useMemo, useRef } from "react";
import { type FlowEdge, flowEdges, flowNodes, keepUnchanged } from "../diagram/flow-elements.ts";
import { overlayWords } from "../diagram/overlay/OverlayBadges.tsx";
import { useOverlays } from "../diagram/overlay/overlays-context.ts";
import type { Route } from "../diagram/route/route.ts";
import { type DrawnLines, routesAgain } from "../diagram/route/routes-again.ts";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import { spokenEdge, spokenStep } from "../diagram/words/spoken-name.ts";
import { type DocumentIndex, indexOf } from "../model/document/index-of.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { canConnect } from "../model/rule/can-connect.ts";
import { undoesSomething } from "../model/rule/connection/undone-by-one-step.ts";
import { leadsOn } from "../model/rule/leads-on.ts";
import { useDesigner } from "../store-context.ts";
import { textsOf } from "../texts/texts-of.ts";
import { useCanvasUi } from "./canvas-ui.ts";
import { drawnOf, groundOf } from "./drill/ground.ts";
import { onGround } from "./drill/on-ground.ts";
import { type CanvasNode, withGroupNodes } from "./group/canvas-nodes.ts";
import { laneColour, laneOf } from "./lane/lanes-of.ts";
import type { LineLook } from "./line/LineEdge.tsx";
import type { StepLook } from "./node/step-look.ts";
import { problemsById } from "./problem/problems-by-id.ts";

export interface Drawing {
  readonly nodes: CanvasNode[];
  readonly edges: FlowEdge<LineLook>[];
  readonly routes: ReadonlyMap<string, Route>;
}

/** Steps and lines for React Flow; what did not change keeps its object. */
export function useDrawing(definition: WorkflowDefinition, lexicon: Lexicon, cursor: string | null): Drawing {
  const overlays = useOverlays();
  const selection = useDesigner((state) => state.selection);
  const problems = useDesigner((state) => state.problems);
  const readOnly = useDesigner((state) => state.readOnly);
  const linking = useCanvasUi((state) => state.linking);
  const dropTarget = useCanvasUi((state) => state.drag?.target ?? null);
  const trial = useCanvasUi((state) => state.trial);
  const stuckAt = useCanvasUi((state) => state.ghost?.stuckAt ?? null);
  const lanes = useCanvasUi((state) => state.lanes);
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  const drawn = useMemo(() => drawnOf(definition, ground), [definition, ground]);
  const lastNodes = useRef<CanvasNode[]>([]);
  const lastEdges = useRef<FlowEdge<LineLook>[]>([]);
  const lastLines = useRef<DrawnLines | null>(null);
  const routes = useMemo(() => {
    lastLines.current = routesAgain(lastLines.current, drawn);
    return lastLines.current.routes;
  }, [drawn]);

  const nodes = useMemo(() => {
    const index = indexOf(drawn);
    const chosen = new Set(selection);
    const count = problemsById(problems);
    const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
    const droppedOn =
      dropTarget?.type === "step"
        ? dropTarget.step
        : dropTarget?.type === "container"
          ? dropTarget.container
          : null;
    const steps = flowNodes<StepLook>(drawn, placesOf(drawn), lexicon, (node) => {
      const { errors, warnings } = count(node.id);
      const lane = lanes.open ? laneOf(node) : null;
      const extras = [
        errors > 0 ? t(errors === 1 ? "oneError" : "errors", { count: errors }) : "",
        warnings > 0 ? t(warnings === 1 ? "oneWarning" : "warnings", { count: warnings }) : "",
        ...(overlays[node.id] ? overlayWords(overlays[node.id] ?? {}, lexicon) : []),
      ];
      return {
        selected: chosen.has(node.id),
        draggable: !readOnly,
        ariaLabel: spokenStep(node, index, lexicon, extras),
        tabIndex: node.id === cursor ? 0 : -1,
        look: {
          errors,
          warnings,
          open: isOpen(node, index),
          canAppend: !readOnly && leadsOn(node) && !undoesSomething(node, index),
          editable: !readOnly,
          alone: chosen.size === 1 && chosen.has(node.id),
          target:
            linking === null
              ? "no"
              : linking.target === node.id
                ? "chosen"
                : canConnect(definition, linking.source, node.id) === true
                  ? "possible"
                  : "no",
          drop: droppedOn === node.id,
          trial: trial?.active.has(node.id) ? "active" : trial?.done.has(node.id) ? "done" : null,
          pause: trial?.pauses.has(node.id) ?? false,
          stuck: stuckAt === node.id,
          lane: lane === null ? null : laneColour(definition, lane),
          dim: lanes.open && lanes.only !== null && lane !== lanes.only,
        },
      };
    });
    const made = withGroupNodes(onGround(steps, drawn, ground), drawn, placesOf(drawn), lexicon, {
      chosen,
      readOnly,
      ground,
    });
    const kept = keepUnchanged(lastNodes.current, made);
    lastNodes.current = kept;
    return kept;
  }, [
    definition,
    drawn,
    ground,
    lexicon,
    overlays,
    selection,
    problems,
    readOnly,
    cursor,
    linking,
    dropTarget,
    trial,
    stuckAt,
    lanes,
  ]);

  const edges = useMemo(() => {
    const index = indexOf(drawn);
    const chosen = new Set(selection);
    const count = problemsById(problems);
    const droppedOn = dropTarget?.type === "edge" ? dropTarget.edge : null;
    const made = flowEdges<LineLook>(drawn, routes, lexicon, (edge) => {
      const { errors } = count(edge.id);
      const taken = trial?.done.has(edge.id) ?? false;
      return {
        selected: chosen.has(edge.id),
        ariaLabel: spokenEdge(edge, index, lexicon),
        color: chosen.has(edge.id) || droppedOn === edge.id || taken ? "var(--fw-accent)" : "var(--fw-line)",
        look: {
          errors,
          editable: !readOnly,
          drop: droppedOn === edge.id,
          trial: taken,
          untried: trial?.untried.has(edge.id) ?? false,
          alone: chosen.size < 2,
        },
      };
    });
    const kept = keepUnchanged(lastEdges.current, onGround(made, drawn, ground));
    lastEdges.current = kept;
    return kept;
  }, [drawn, ground, lexicon, selection, problems, readOnly, dropTarget, routes, trial]);

  return useMemo(() => ({ nodes, edges, routes }), [nodes, edges, routes]);
}

/** Whether something should follow a step and nothing does yet. */
function isOpen(node: Node, index: DocumentIndex): boolean {
  if (!leadsOn(node) || (index.outgoing.get(node.id) ?? []).length > 0) return false;
  const around = index.nodes.get(node.id)?.parent?.kind;
  return around !== "plan" && around !== "adHoc" && !undoesSomething(node, index);
}
