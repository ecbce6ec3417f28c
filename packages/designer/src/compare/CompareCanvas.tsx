import {
  Background,
  BackgroundVariant,
  type EdgeProps,
  Handle,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  type Viewport,
} from "@xyflow/react";
import { memo, useMemo } from "react";
import { type FlowEdge, type FlowNode, flowEdges, flowNodes } from "../diagram/flow-elements.ts";
import { LinePath } from "../diagram/LinePath.tsx";
import type { Route } from "../diagram/route/route.ts";
import { StepShape } from "../diagram/shape/StepShape.tsx";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import { spokenEdge, spokenStep } from "../diagram/words/spoken-name.ts";
import { edgeLabel } from "../diagram/words/step-name.ts";
import { indexOf } from "../model/document/index-of.ts";
import { textsOf } from "../texts/texts-of.ts";
import { LineChip } from "../viewer/LineChip.tsx";
import { ChangeMark } from "./ChangeMark.tsx";
import type { ChangeKind } from "./compare-flows.ts";
import type { Drawn } from "./shared-view.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";

interface Look {
  readonly change: ChangeKind | null;
  readonly word: string;
  readonly current: boolean;
}

const NODE_TYPES = {
  step: memo(function ComparedStep({ data }: NodeProps<FlowNode<Look>>) {
    const { node, lexicon, look, undoes } = data;
    return (
      <div
        className="fw-step"
        data-change={look.change ?? undefined}
        data-current={look.current || undefined}
        data-clickable={look.change === null ? undefined : true}
      >
        <StepShape node={node} lexicon={lexicon} undoes={undoes}>
          {look.change !== null && <ChangeMark change={look.change} word={look.word} />}
        </StepShape>
        <Handle type="target" position={Position.Left} className="fw-in" isConnectable={false} />
        <Handle type="source" position={Position.Right} className="fw-out-hidden" isConnectable={false} />
      </div>
    );
  }),
};

const EDGE_TYPES = {
  line: memo(function ComparedLine({ data, markerEnd }: EdgeProps<FlowEdge<Look>>) {
    if (!data) return null;
    return (
      <g
        className="fw-line"
        data-change={data.look.change ?? undefined}
        data-current={data.look.current || undefined}
      >
        <LinePath route={data.route} slash={data.slash} sort={data.sort} markerEnd={markerEnd} />
        <LineChip label={edgeLabel(data.edge, data.lexicon)} at={data.route.label} />
      </g>
    );
  }),
};

const COLOURS: Readonly<Record<ChangeKind, string>> = {
  added: "var(--fw-good)",
  changed: "var(--fw-warning)",
  removed: "var(--fw-text-2)",
  moved: "var(--fw-line)",
};

interface CompareCanvasProps {
  readonly drawn: Drawn;
  readonly routes: ReadonlyMap<string, Route>;
  readonly lexicon: Lexicon;
  readonly marks: ReadonlyMap<string, ChangeKind>;
  /** The change that is looked at. */
  readonly current: string | null;
  readonly title: string;
  readonly theme: "light" | "dark";
  readonly viewport: Viewport;
  onViewport(viewport: Viewport): void;
  /** Somebody pans or zooms. */
  onMoved(): void;
  onChoose(id: string): void;
}

/** One of the two versions, with what differs marked; both are looked at through the same window. */
export function CompareCanvas(props: CompareCanvasProps) {
  const { drawn, routes, lexicon, marks, current, title, theme, viewport } = props;
  const { definition, places } = drawn;
  const t = textsOf(COMPARE_TEXTS, lexicon.language);
  const lookOf = (id: string): Look => {
    const change = marks.get(id) ?? null;
    return { change, word: change === null ? "" : t(change), current: id === current };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: lookOf is made of what is listed
  const nodes = useMemo(
    () =>
      flowNodes<Look>(definition, places, lexicon, (node) => {
        const look = lookOf(node.id);
        return {
          selected: false,
          draggable: false,
          ariaLabel: spokenStep(node, indexOf(definition), lexicon, look.change === null ? [] : [look.word]),
          tabIndex: -1,
          look,
        };
      }),
    [definition, places, lexicon, marks, current],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: lookOf is made of what is listed
  const edges = useMemo(
    () =>
      flowEdges<Look>(definition, routes, lexicon, (edge) => {
        const look = lookOf(edge.id);
        return {
          selected: false,
          ariaLabel: spokenEdge(edge, indexOf(definition), lexicon),
          color: look.change === null ? "var(--fw-line)" : COLOURS[look.change],
          look,
        };
      }),
    [definition, routes, lexicon, marks, current],
  );
  return (
    <ReactFlowProvider>
      <div className="fw-canvas" data-far={viewport.zoom < 0.45 || undefined}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          viewport={viewport}
          onViewportChange={props.onViewport}
          onMoveStart={(event) => {
            // Without an event it is the view itself that was set.
            if (event) props.onMoved();
          }}
          onNodeClick={(_, node) => props.onChoose(node.id)}
          onEdgeClick={(_, edge) => props.onChoose(edge.id)}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zIndexMode="manual"
          minZoom={0.05}
          maxZoom={2}
          colorMode={theme}
          aria-label={title}
          role="application"
        >
          {viewport.zoom >= 0.45 && <Background variant={BackgroundVariant.Dots} gap={16} size={1} />}
        </ReactFlow>
      </div>
    </ReactFlowProvider>
  );
}
