import type { Node, WorkflowDefinition } from "@flowright/definition";
import { useMemo, useRef } from "react";
import {
  type FlowEdge,
  type FlowNode,
  flowEdges,
  flowNodes,
  keepUnchanged,
} from "../diagram/flow-elements.ts";
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
import type { LineLook } from "./line/LineEdge.tsx";
import type { StepLook } from "./node/step-look.ts";
import { problemsById } from "./problem/problems-by-id.ts";

export interface Drawing {
  readonly nodes: FlowNode<StepLook>[];
  readonly edges: FlowEdge<LineLook>[];
  readonly routes: ReadonlyMap<string, Route>;
}

/** Steps and lines for React Flow; what did not change keeps its object. */
export function useDrawing(definition: WorkflowDefinition, lexicon: Lexicon, cursor: string | null): Drawing {
  const selection = useDesigner((state) => state.selection);
  const problems = useDesigner((state) => state.problems);
  const readOnly = useDesigner((state) => state.readOnly);
  const linking = useCanvasUi((state) => state.linking);
  const dropTarget = useCanvasUi((state) => state.drag?.target ?? null);
  const trial = useCanvasUi((state) => state.trial);
  const stuckAt = useCanvasUi((state) => state.ghost?.stuckAt ?? null);
  const lastNodes = useRef<ReadonlyMap<string, FlowNode<StepLook>>>(new Map());
  const lastEdges = useRef<ReadonlyMap<string, FlowEdge<LineLook>>>(new Map());
  const lastLines = useRef<DrawnLines | null>(null);
  const routes = useMemo(() => {
    lastLines.current = routesAgain(lastLines.current, definition);
    return lastLines.current.routes;
  }, [definition]);

  const nodes = useMemo(() => {
    const index = indexOf(definition);
    const chosen = new Set(selection);
    const count = problemsById(problems);
    const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
    const droppedOn =
      dropTarget?.type === "step"
        ? dropTarget.step
        : dropTarget?.type === "container"
          ? dropTarget.container
          : null;
    const made = flowNodes<StepLook>(definition, placesOf(definition), lexicon, (node) => {
      const { errors, warnings } = count(node.id);
      const extras = [
        errors > 0 ? t(errors === 1 ? "oneError" : "errors", { count: errors }) : "",
        warnings > 0 ? t(warnings === 1 ? "oneWarning" : "warnings", { count: warnings }) : "",
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
          stuck: stuckAt === node.id,
        },
      };
    });
    const kept = keepUnchanged(lastNodes.current, made);
    lastNodes.current = new Map(kept.map((node) => [node.id, node]));
    return kept;
  }, [definition, lexicon, selection, problems, readOnly, cursor, linking, dropTarget, trial, stuckAt]);

  const edges = useMemo(() => {
    const index = indexOf(definition);
    const chosen = new Set(selection);
    const count = problemsById(problems);
    const droppedOn = dropTarget?.type === "edge" ? dropTarget.edge : null;
    const made = flowEdges<LineLook>(definition, routes, lexicon, (edge) => {
      const { errors } = count(edge.id);
      const taken = trial?.done.has(edge.id) ?? false;
      return {
        selected: chosen.has(edge.id),
        ariaLabel: spokenEdge(edge, index, lexicon),
        color: chosen.has(edge.id) || droppedOn === edge.id || taken ? "var(--fw-accent)" : "var(--fw-line)",
        look: { errors, editable: !readOnly, drop: droppedOn === edge.id, trial: taken },
      };
    });
    const kept = keepUnchanged(lastEdges.current, made);
    lastEdges.current = new Map(kept.map((edge) => [edge.id, edge]));
    return kept;
  }, [definition, lexicon, selection, problems, readOnly, dropTarget, routes, trial]);

  return useMemo(() => ({ nodes, edges, routes }), [nodes, edges, routes]);
}

/** Whether something should follow a step and nothing does yet. */
function isOpen(node: Node, index: DocumentIndex): boolean {
  if (!leadsOn(node) || (index.outgoing.get(node.id) ?? []).length > 0) return false;
  const around = index.nodes.get(node.id)?.parent?.kind;
  return around !== "plan" && around !== "adHoc" && !undoesSomething(node, index);
}
