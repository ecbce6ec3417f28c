import {
  Background,
  BackgroundVariant,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useStore as useFlowStore,
  useReactFlow,
} from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { connect } from "../model/command/structure/connect.ts";
import { reconnect } from "../model/command/structure/reconnect.ts";
import { indexOf } from "../model/document/index-of.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { absolutePlace } from "../model/geometry/container-at.ts";
import { canConnect } from "../model/rule/can-connect.ts";
import { readingOrder } from "../model/walk/neighbour-of.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { CANVAS_TEXTS } from "./canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "./canvas-ui.ts";
import { GhostTokens } from "./frame/GhostTokens.tsx";
import { useCanvasKeys } from "./keys/use-canvas-keys.ts";
import { ConnectionPreview } from "./line/ConnectionPreview.tsx";
import { LineEdge } from "./line/LineEdge.tsx";
import { StepNode } from "./node/StepNode.tsx";
import { CounterExample } from "./problem/CounterExample.tsx";
import { useClipboard } from "./use-clipboard.ts";
import { useDrawing } from "./use-drawing.ts";
import { useLexicon } from "./use-lexicon.ts";
import { useLiveMoves } from "./use-live-moves.ts";
import { useLivePlaces } from "./use-live-places.ts";
import { usePlaceForNew } from "./use-place-for-new.ts";

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { line: LineEdge };
const DELETE_KEYS: string[] = [];
const MAP_SIZE = { width: 160, height: 100 };
const PAN_BUTTONS = [1, 2];
const FIT = { padding: 0.12, maxZoom: 1, duration: 0 };
/** From here on only what is in sight is drawn. */
const MANY_STEPS = 150;
/** Below this zoom cards become plain tiles with the name. */
const FAR = 0.45;

/** The drawing ground: select, drag, connect, pan and zoom. */
export function Canvas({ theme }: { readonly theme: "light" | "dark" }) {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const t = useTexts(CANVAS_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const selection = useDesigner((state) => state.selection);
  const minimap = useCanvasUi((state) => state.minimap);
  const lexicon = useLexicon();
  useClipboard();
  const placeForNew = usePlaceForNew();
  const { shown, take, start, stop, cancel } = useLiveMoves();
  const [focused, setFocused] = useState<string | null>(null);
  const coarse = useMemo(() => window.matchMedia("(pointer: coarse)").matches, []);
  const far = useFlowStore((state) => state.transform[2] < FAR);
  const frame = useRef<HTMLDivElement>(null);

  const definition = useDesigner((state) => state.definition);
  const index = indexOf(definition);
  const selectedStep = selection.find((id) => index.nodes.has(id));
  const cursor =
    focused !== null && index.nodes.has(focused)
      ? focused
      : (selectedStep ?? readingOrder(definition)[0] ?? null);
  const { nodes, edges } = useLivePlaces(useDrawing(definition, lexicon, cursor), definition, shown);

  const changed = useCallback(
    (changes: readonly (NodeChange | EdgeChange)[]) => {
      take(changes.filter((change): change is NodeChange => change.type === "position"));
      const selects = changes.filter((change) => change.type === "select");
      if (selects.length === 0) return;
      const next = new Set(store.getState().selection);
      for (const change of selects) {
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      store.getState().select([...next]);
    },
    [store, take],
  );

  const isValid = useCallback(
    ({ source, target }: { source: string; target: string }) =>
      canConnect(store.getState().definition, source, target) === true,
    [store],
  );

  const connected = useCallback(
    ({ source, target }: Connection) => {
      store.getState().run(connect(source, target));
    },
    [store],
  );

  const connectEnded = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (state.isValid || !state.fromNode || store.getState().readOnly) return;
      const touch = "changedTouches" in event ? event.changedTouches[0] : event;
      if (!touch) return;
      if (state.toNode) {
        const refusal = canConnect(store.getState().definition, state.fromNode.id, state.toNode.id);
        if (refusal !== true) store.getState().notify("refusal", refusal.message);
        return;
      }
      if (state.fromHandle?.type !== "source") return;
      const at = { x: touch.clientX, y: touch.clientY };
      const place = placeForNew(at);
      const parent = indexOf(store.getState().definition).nodes.get(state.fromNode.id)?.parent?.id ?? null;
      ui.getState().set({
        menu: {
          purpose: {
            type: "append",
            source: state.fromNode.id,
            ...(place.container === parent ? { centre: { x: place.centre.x + 110, y: place.centre.y } } : {}),
          },
          at,
        },
      });
    },
    [store, ui, placeForNew],
  );

  const focusStep = useCallback((id: string) => {
    setFocused(id);
    const element = frame.current?.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    );
    element?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = useCanvasKeys({ cursor, focusStep, cancelDrag: cancel });

  useEffect(() => {
    if (selectedStep !== undefined) setFocused(selectedStep);
  }, [selectedStep]);

  // After a marquee, or when the focused step was deleted, nothing has the focus; the keys still count.
  useEffect(() => {
    const unfocused = (event: KeyboardEvent) => {
      if (event.target === document.body) onKeyDown(event);
    };
    document.addEventListener("keydown", unfocused);
    return () => document.removeEventListener("keydown", unfocused);
  }, [onKeyDown]);

  // The first picture shows the whole flow, or where it begins if all of it would be too small to read.
  useEffect(() => {
    const timer = setTimeout(() => {
      const box = frame.current?.getBoundingClientRect();
      const bounds = flow.getNodesBounds(flow.getNodes());
      if (!box || bounds.width === 0) return;
      const zoom = Math.min(box.width / bounds.width, box.height / bounds.height) * 0.88;
      if (zoom >= FAR) {
        void flow.fitView(FIT);
        return;
      }
      const { definition } = store.getState();
      const first = readingOrder(definition)[0];
      const at = first === undefined ? null : absolutePlace(definition, first);
      const reading = box.width < 600 ? 0.6 : 0.8;
      void flow.setViewport({
        x: 64 - (at?.x ?? bounds.x) * reading,
        y: box.height / 2 - ((at?.y ?? bounds.y) + 20) * reading,
        zoom: reading,
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [flow, store]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the focused step
    <div
      ref={frame}
      className="fw-canvas"
      data-far={far || undefined}
      tabIndex={-1}
      onKeyDown={(event) => onKeyDown(event.nativeEvent)}
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
        onNodesChange={changed}
        onEdgesChange={changed}
        onNodeDragStart={start}
        onNodeDragStop={stop}
        onSelectionDragStart={start}
        onSelectionDragStop={stop}
        onConnect={connected}
        onConnectEnd={connectEnded}
        onReconnect={(edge, { source, target }) => {
          store.getState().run(reconnect(edge.id, { source, target }));
        }}
        onNodeClick={(_, node) => {
          // A line begun by keyboard or from the tools may be ended with the pointer.
          const linking = ui.getState().linking;
          if (!linking) return;
          ui.getState().set({ linking: null });
          store.getState().run(connect(linking.source, node.id));
        }}
        onNodeDoubleClick={(_, node) => {
          const placed = index.nodes.get(node.id);
          if (placed) store.getState().focusField(node.id, `${placed.path}/name`);
        }}
        onEdgeDoubleClick={(_, edge) => {
          const placed = index.edges.get(edge.id);
          if (placed) store.getState().focusField(edge.id, `${placed.path}/name`);
        }}
        onMoveStart={(event) => {
          if (event && ui.getState().menu) ui.getState().set({ menu: null });
        }}
        isValidConnection={isValid}
        connectionLineComponent={ConnectionPreview}
        connectionRadius={28}
        connectOnClick={false}
        connectionDragThreshold={4}
        edgesReconnectable={!readOnly}
        reconnectRadius={12}
        nodesConnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={DELETE_KEYS}
        multiSelectionKeyCode={["Meta", "Control", "Shift"]}
        selectionKeyCode={null}
        selectionOnDrag={!coarse}
        panOnDrag={coarse ? true : PAN_BUTTONS}
        panOnScroll={!coarse}
        selectionMode={SelectionMode.Partial}
        nodeDragThreshold={3}
        zIndexMode="manual"
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        minZoom={0.05}
        maxZoom={3}
        onlyRenderVisibleElements={nodes.length > MANY_STEPS}
        colorMode={theme}
        aria-label={t("canvas")}
        role="application"
      >
        {!far && <Background variant={BackgroundVariant.Dots} gap={16} size={1} />}
        {minimap && (
          <MiniMap
            pannable
            zoomable
            style={MAP_SIZE}
            ariaLabel={t("minimap")}
            nodeBorderRadius={4}
            nodeClassName={(node) => {
              const step = index.nodes.get(node.id)?.node;
              return step ? `fw-map-${elementTypeOf(step).family}` : "";
            }}
          />
        )}
        <GhostTokens />
        <CounterExample />
      </ReactFlow>
    </div>
  );
}
