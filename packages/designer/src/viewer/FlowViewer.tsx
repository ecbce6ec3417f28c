import { isContainer, textOf, type WorkflowDefinition } from "@flowright/definition";
import {
  Background,
  BackgroundVariant,
  type EdgeProps,
  Handle,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useStore as useFlowStore,
  useReactFlow,
} from "@xyflow/react";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type FlowEdge, type FlowNode, flowEdges, flowNodes } from "../diagram/flow-elements.ts";
import { withFrames } from "../diagram/group/frame-nodes.ts";
import { LinePath } from "../diagram/LinePath.tsx";
import { heatStyle } from "../diagram/overlay/heat.ts";
import type { NodeOverlay, Overlays } from "../diagram/overlay/node-overlay.ts";
import { OverlayBadges, overlayWords } from "../diagram/overlay/OverlayBadges.tsx";
import { routesOf } from "../diagram/route/routes-of.ts";
import { StepShape } from "../diagram/shape/StepShape.tsx";
import { lexiconOf } from "../diagram/words/lexicon.ts";
import { spokenEdge, spokenStep } from "../diagram/words/spoken-name.ts";
import { edgeLabel } from "../diagram/words/step-name.ts";
import { useArranging } from "../layout/use-arranging.ts";
import type {
  DecisionChoice,
  FlowChoice,
  Language,
  PersonChoice,
  RoleChoice,
  SystemChoice,
} from "../model/designer-options.ts";
import { indexOf } from "../model/document/index-of.ts";
import { absolutePlace } from "../model/geometry/container-at.ts";
import { arrangedPlacesOf, placesOf } from "../model/geometry/places-of.ts";
import { withGroupsFolded } from "../model/group/with-groups-folded.ts";
import { neighbourOf, readingOrder } from "../model/walk/neighbour-of.ts";
import type { Messages } from "../texts/messages.ts";
import { FoldButton } from "./FoldButton.tsx";
import {
  folded,
  foldedIn,
  isTooLong,
  outerSubProcesses,
  overlayWithInside,
  sameSubProcesses,
  whereToLook,
  withGroupsToggled,
} from "./folded.ts";
import { LineChip } from "./LineChip.tsx";
import { useGoTo } from "./use-go-to.ts";
import { useKeepInSight } from "./use-keep-in-sight.ts";
import { ViewerFrame, type ViewerFrameNode, viewerFrames } from "./ViewerFrame.tsx";

export interface FlowViewerProps {
  readonly definition: WorkflowDefinition;
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  /** What is shown on steps, by node id. */
  readonly overlays?: Overlays;
  /** Ids of the lines that a case went along; drawn thicker. */
  readonly takenEdges?: readonly string[];
  readonly onNodeClick?: (nodeId: string) => void;
  /** Texts in the place of the viewer's own, by `catalogue.key`, in the language that is shown. */
  readonly messages?: Messages | null;
  /** A step or line to bring into the middle: each new object leads there once. */
  readonly goTo?: { readonly id: string } | null;
  readonly people?: readonly PersonChoice[];
  readonly roles?: readonly RoleChoice[];
  readonly systems?: readonly SystemChoice[];
  /** Flows that steps call. */
  readonly flows?: readonly FlowChoice[];
  /** Decision tables that steps ask. */
  readonly decisions?: readonly DecisionChoice[];
}

interface ViewerLook {
  readonly overlay: NodeOverlay | null;
  readonly clickable: boolean;
  readonly onFold: (id: string) => void;
}

interface ViewerLineLook {
  readonly taken: boolean;
}

const NODE_TYPES = {
  step: memo(function ViewerStep({ data }: NodeProps<FlowNode<ViewerLook>>) {
    const { node, lexicon, look } = data;
    return (
      <div
        className="fw-step"
        data-state={look.overlay?.state}
        data-incident={(look.overlay?.incidents ?? 0) > 0 || undefined}
        data-clickable={look.clickable || undefined}
        {...heatStyle(look.overlay)}
      >
        <StepShape node={node} lexicon={lexicon} undoes={data.undoes}>
          {look.overlay && <OverlayBadges overlay={look.overlay} lexicon={lexicon} />}
          {isContainer(node) && <FoldButton node={node} lexicon={lexicon} onFold={look.onFold} />}
        </StepShape>
        <Handle type="target" position={Position.Left} className="fw-in" isConnectable={false} />
        <Handle type="source" position={Position.Right} className="fw-out-hidden" isConnectable={false} />
      </div>
    );
  }),
  frame: ViewerFrame,
};

type ViewerNode = FlowNode<ViewerLook> | ViewerFrameNode;

const EDGE_TYPES = {
  line: memo(function ViewerLine({ data, markerEnd }: EdgeProps<FlowEdge<ViewerLineLook>>) {
    if (!data) return null;
    return (
      <g className="fw-line" data-taken={data.look.taken || undefined}>
        <LinePath route={data.route} slash={data.slash} sort={data.sort} markerEnd={markerEnd} />
        <LineChip label={edgeLabel(data.edge, data.lexicon)} at={data.route.label} />
      </g>
    );
  }),
};

const NO_OVERLAYS: NonNullable<FlowViewerProps["overlays"]> = {};
const NO_EDGES: readonly string[] = [];
/** Where even folded the whole is smaller than this, the picture begins at what matters. */
const LEAST_ZOOM = 0.28;
const FIT = { padding: 0.08, maxZoom: 1, duration: 0 };

/** A flow to look at: counts, states and ways taken on its steps. Fills its parent. */
export function FlowViewer(props: FlowViewerProps) {
  const { language = "en", theme = "light" } = props;
  const drawable = useArranging(props.definition);
  return (
    <div className="fw-viewer" data-theme={theme} lang={language}>
      <ReactFlowProvider>
        {drawable && <Drawing {...props} language={language} theme={theme} />}
      </ReactFlowProvider>
    </div>
  );
}

function Drawing({
  definition: given,
  language,
  theme,
  overlays = NO_OVERLAYS,
  takenEdges = NO_EDGES,
  onNodeClick,
  goTo = null,
  people,
  roles,
  systems,
  flows,
  decisions,
  messages = null,
}: FlowViewerProps & { readonly language: Language; readonly theme: "light" | "dark" }) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const far = useFlowStore((state) => state.transform[2] < 0.45);
  const width = useFlowStore((state) => state.width);
  const [focused, setFocused] = useState<string | null>(null);
  const lexicon = useMemo(
    () => lexiconOf(given, language, { people, roles, systems, flows, decisions, messages }),
    [given, language, people, roles, systems, flows, decisions, messages],
  );
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const onFold = useCallback((id: string) => {
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  // A long flow would be too small to read: its sub-processes start folded, with the sums of their counts.
  const tooLong = useMemo(() => isTooLong(given, width), [given, width]);
  const definition = useMemo(() => {
    const base = tooLong ? outerSubProcesses(given) : foldedIn(given);
    const ids = new Set([...base, ...toggled].filter((id) => base.has(id) !== toggled.has(id)));
    return withGroupsFolded(withGroupsToggled(folded(given, ids), toggled));
  }, [given, tooLong, toggled]);
  // Stored places fit the sub-processes as they were drawn; with others folded the flow is arranged afresh.
  const afresh = useMemo(() => !sameSubProcesses(given, definition), [given, definition]);
  const places = useMemo(
    () => (afresh ? arrangedPlacesOf(definition) : placesOf(definition)),
    [definition, afresh],
  );
  const index = indexOf(definition);
  const cursor =
    focused !== null && index.nodes.has(focused) ? focused : (readingOrder(definition)[0] ?? null);
  const clickable = onNodeClick !== undefined;

  const steps = useMemo(
    () =>
      flowNodes<ViewerLook>(definition, places, lexicon, (node) => {
        const overlay = overlayWithInside(definition, node.id, overlays);
        return {
          selected: false,
          draggable: false,
          ariaLabel: spokenStep(
            node,
            indexOf(definition),
            lexicon,
            overlay ? overlayWords(overlay, lexicon) : [],
          ),
          tabIndex: node.id === cursor ? 0 : -1,
          look: { overlay, clickable, onFold },
        };
      }),
    [definition, places, lexicon, overlays, cursor, clickable, onFold],
  );
  const nodes = useMemo(
    () =>
      withFrames<ViewerNode, ViewerFrameNode>(
        steps,
        viewerFrames(definition, places, steps, lexicon, afresh, onFold),
      ),
    [definition, places, steps, lexicon, afresh, onFold],
  );
  const edges = useMemo(() => {
    const taken = new Set(takenEdges);
    return flowEdges<ViewerLineLook>(definition, routesOf(definition, places), lexicon, (edge) => ({
      selected: false,
      ariaLabel: spokenEdge(edge, indexOf(definition), lexicon),
      color: taken.has(edge.id) ? "var(--fw-accent)" : "var(--fw-line)",
      look: { taken: taken.has(edge.id) },
    }));
  }, [definition, places, lexicon, takenEdges]);

  const busiest = useMemo(() => whereToLook(definition, overlays), [definition, overlays]);
  // Numbers change all the time; the picture keeps the place it was opened at.
  const lookAt = useRef<{ readonly flow: string; readonly step: string | null }>({ flow: "", step: null });
  if (lookAt.current.flow !== definition.id || lookAt.current.step === null) {
    lookAt.current = { flow: definition.id, step: busiest };
  }
  const opening = lookAt.current.step;
  const frameWidth = useSettledWidth(width);

  // Fits again when the frame becomes quite another, which on a phone happens when it is turned.
  useEffect(() => {
    if (frameWidth <= 0 || definition.nodes.length === 0) return;
    const timer = setTimeout(() => {
      const bounds = flow.getNodesBounds(flow.getNodes().filter((node) => node.parentId === undefined));
      const zoom = frameWidth / Math.max(1, bounds.width);
      const place = opening === null ? null : absolutePlace(definition, opening, places);
      if (zoom >= LEAST_ZOOM || !place) void flow.fitView(FIT);
      else {
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
          zoom: 0.7,
          duration: 0,
        });
      }
    }, 0);
    return () => clearTimeout(timer);
  }, [flow, frameWidth, definition, places, opening]);

  useKeepInSight(focused, width, definition, places);
  useGoTo(goTo, frameWidth > 0, definition, places);

  const focusStep = (id: string | null) => {
    if (id === null) return;
    setFocused(id);
    frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the focused step
    <div
      ref={frame}
      className="fw-canvas"
      data-far={far || undefined}
      onKeyDown={(event) => {
        if (cursor === null) return;
        const directions = {
          ArrowRight: "next",
          ArrowLeft: "previous",
          ArrowUp: "up",
          ArrowDown: "down",
        } as const;
        const direction = directions[event.key as keyof typeof directions];
        if (direction) focusStep(neighbourOf(definition, cursor, direction));
        else if (event.key === "Enter" || event.key === " ") onNodeClick?.(cursor);
        else return;
        event.preventDefault();
      }}
      onFocus={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>(".react-flow__node")?.dataset["id"];
        if (id) setFocused(id);
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodeClick={(_, node) => {
          if (node.type === "step") onNodeClick?.(node.id);
        }}
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
        aria-label={textOf(definition.name, language)}
        role="application"
      >
        {!far && <Background variant={BackgroundVariant.Dots} gap={16} size={1} />}
      </ReactFlow>
    </div>
  );
}

/** The width of the frame, but for changes as small as a panel that opens beside it. */
function useSettledWidth(width: number): number {
  const settled = useRef(0);
  const before = settled.current;
  if (before === 0 || Math.abs(width - before) > before * 0.45) settled.current = width;
  return settled.current;
}
