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
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { lazyPart } from "../lazy-part.ts";
import { connect } from "../model/command/structure/connect.ts";
import { indexOf } from "../model/document/index-of.ts";
import { canConnect } from "../model/rule/can-connect.ts";
import { readingOrder } from "../model/walk/neighbour-of.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { DragHelp } from "./arrange/DragHelp.tsx";
import { useMarquee } from "./arrange/use-marquee.ts";
import { designerAtHand } from "./at-hand.ts";
import { CANVAS_TEXTS } from "./canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "./canvas-ui.ts";
import { OverGround } from "./coach/OverGround.tsx";
import { useActionMenu } from "./context/use-action-menu.ts";
import { drawnOf, groundOf, isOnGround } from "./drill/ground.ts";
import { FrameNode, GroupCard } from "./group/GroupNodes.tsx";
import { useCanvasKeys } from "./keys/use-canvas-keys.ts";
import { ConnectionPreview } from "./line/ConnectionPreview.tsx";
import { LineEdge } from "./line/LineEdge.tsx";
import { firstLook } from "./map/first-look.ts";
import { OverviewProvider, useOverviewOf } from "./map/overview.ts";
import { useMapClass } from "./map/use-map-class.ts";
import { StepNode } from "./node/StepNode.tsx";
import { problemsById } from "./problem/problems-by-id.ts";
import { useClipboard } from "./use-clipboard.ts";
import { type Drawing, useDrawing } from "./use-drawing.ts";
import { useElementClicks } from "./use-element-clicks.ts";
import { useLexicon } from "./use-lexicon.ts";
import { useLiveMoves } from "./use-live-moves.ts";
import { useLivePlaces } from "./use-live-places.ts";
import { usePlaceForNew } from "./use-place-for-new.ts";

const GhostTokens = lazyPart(async () => (await import("./frame/GhostTokens.tsx")).GhostTokens);
const PlayTokens = lazyPart(async () => (await import("../play/PlayTokens.tsx")).PlayTokens);
const CounterExample = lazyPart(async () => (await import("./problem/CounterExample.tsx")).CounterExample);

const OverviewLines = lazyPart(async () => (await import("./map/OverviewLines.tsx")).OverviewLines);

const NODE_TYPES = { step: StepNode, frame: FrameNode, card: GroupCard };
const EDGE_TYPES = { line: LineEdge };
const DELETE_KEYS: string[] = [];
const NO_LINES: Drawing["edges"] = [];
const MAP_SIZE = { width: 160, height: 100 };
const PAN_BUTTONS = [1, 2];
const MORE_KEYS = ["Meta", "Control", "Shift"];
const FIT = { padding: 0.12, maxZoom: 1, duration: 0 };
/** From here on only what is in sight is drawn. */
const MANY_STEPS = 150;
/** From here on the map rests while something is dragged: painting it anew costs more than a frame. */
const MANY_FOR_MAP = 500;
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
  const mode = useCanvasUi((state) => state.mode);
  const lanes = useCanvasUi((state) => state.lanes);
  const marquee = useMarquee();
  const actionMenu = useActionMenu();
  const clicks = useElementClicks();
  const { shown, drag, take, start, stop, cancel } = useLiveMoves();
  const [focused, setFocused] = useState<string | null>(null);
  const coarse = useMemo(() => window.matchMedia("(pointer: coarse)").matches, []);
  const far = useFlowStore((state) => state.transform[2] < FAR);
  const frame = useRef<HTMLDivElement>(null);

  const definition = useDesigner((state) => state.definition);
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  const drawn = drawnOf(definition, ground);
  const isDrawn = (id: string) => indexOf(drawn).nodes.has(id) && isOnGround(drawn, id, ground);
  const selectedStep = selection.find(isDrawn);
  const cursor =
    focused !== null && isDrawn(focused)
      ? focused
      : (selectedStep ?? readingOrder(drawn).find(isDrawn) ?? null);
  const counts = useDesigner((state) => state.problems);
  const problemsOf = useMemo(() => problemsById(counts), [counts]);
  const mapClass = useMapClass(definition, drawn, problemsOf, lanes);
  const drawing = useDrawing(definition, lexicon, cursor);
  const nodes = useLivePlaces(drawing, definition, shown);
  const overview = useOverviewOf(nodes.length);
  const edges = overview ? NO_LINES : drawing.edges;

  const changed = useCallback(
    (changes: readonly (NodeChange | EdgeChange)[]) => {
      take(changes.filter((change): change is NodeChange => change.type === "position"));
      if (marquee.isDrawn()) return;
      const selects = changes.filter((change) => change.type === "select");
      if (selects.length === 0) return;
      const next = new Set(store.getState().selection);
      for (const change of selects) {
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      store.getState().select([...next]);
    },
    [store, take, marquee],
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

  const moved = useCallback(
    (event: unknown) => {
      if (event && (ui.getState().menu || ui.getState().actions)) {
        ui.getState().set({ menu: null, actions: null });
      }
    },
    [ui],
  );

  const focusStep = useCallback((id: string) => {
    setFocused(id);
    const element = frame.current?.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    );
    element?.focus({ preventScroll: true });
  }, []);
  const { onKeyDown, act } = useCanvasKeys({ cursor, focusStep, cancelDrag: cancel });

  useEffect(() => {
    ui.getState().set({ act: (action) => act(action) });
    return () => ui.getState().set({ act: null });
  }, [ui, act]);
  useEffect(() => () => ui.getState().set({ actions: null }), [ui]);

  useEffect(() => {
    if (selectedStep !== undefined) setFocused(selectedStep);
  }, [selectedStep]);

  // After a marquee, or when the focused step was deleted, nothing has the focus; the keys still count.
  useEffect(() => {
    const unfocused = (event: KeyboardEvent) => {
      if (event.target === document.body && designerAtHand()?.contains(frame.current)) onKeyDown(event);
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
      const { definition, selection } = store.getState();
      const look = firstLook(definition, box, selection[0]);
      if (look) void flow.setViewport(look);
      else void flow.fitView(FIT);
    }, 0);
    return () => clearTimeout(timer);
  }, [flow, store]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the focused step
    <div
      ref={frame}
      className="fw-canvas"
      data-far={far || undefined}
      data-mode={mode}
      data-lane-only={(lanes.open && lanes.only !== null) || undefined}
      tabIndex={-1}
      onPointerDownCapture={marquee.onPointerDownCapture}
      {...actionMenu}
      onKeyDown={(event) => onKeyDown(event.nativeEvent)}
      onFocus={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>(".react-flow__node")?.dataset["id"];
        if (id) setFocused(id);
      }}
    >
      <OverviewProvider value={overview}>
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
          onSelectionStart={marquee.start}
          onSelectionEnd={marquee.stop}
          {...clicks}
          onMoveStart={moved}
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
          multiSelectionKeyCode={MORE_KEYS}
          selectionKeyCode={mode === "hand" && !coarse ? "Shift" : null}
          selectionOnDrag={mode === "select"}
          panOnDrag={mode === "hand" ? true : coarse ? false : PAN_BUTTONS}
          panOnScroll={!coarse}
          selectionMode={SelectionMode.Partial}
          nodeDragThreshold={3}
          zIndexMode="manual"
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          minZoom={0.02}
          maxZoom={3}
          onlyRenderVisibleElements={nodes.length > MANY_STEPS}
          colorMode={theme}
          aria-label={t("canvas")}
          role="application"
        >
          {!far && <Background variant={BackgroundVariant.Dots} gap={16} size={1} />}
          {minimap && !(drag && nodes.length > MANY_FOR_MAP) && (
            // The outline of the steps says the same to a reader who cannot see it.
            <div aria-hidden="true">
              <MiniMap
                pannable
                zoomable
                style={MAP_SIZE}
                ariaLabel={null}
                nodeBorderRadius={4}
                nodeClassName={mapClass}
              />
            </div>
          )}
          <DragHelp drag={drag} />
          <Suspense>
            {overview && <OverviewLines lines={drawing.edges} />}
            <CounterExample />
          </Suspense>
          <OverGround />
          <Suspense>
            <GhostTokens />
            <PlayTokens />
          </Suspense>
        </ReactFlow>
      </OverviewProvider>
    </div>
  );
}
