import type { BilingualText, Problem, WorkflowDefinition } from "@flowright/definition";
import type { KeptStepTemplate } from "@flowright/templates";
import { ReactFlowProvider } from "@xyflow/react";
import { Suspense, useEffect, useRef, useState } from "react";
import { keepAtHand } from "./canvas/at-hand.ts";
import { type AskedScenario, CanvasUiProvider, createCanvasUi } from "./canvas/canvas-ui.ts";
import { DesignerTools } from "./canvas/coach/DesignerTools.tsx";
import { type CommentsHost, CommentsHostProvider } from "./canvas/comment/comments-host.ts";
import type { CommandSearch } from "./canvas/find/command-search.ts";
import { type Beginning, EmptyGround } from "./canvas/frame/EmptyGround.tsx";
import { MenuHost } from "./canvas/frame/MenuHost.tsx";
import { Notices } from "./canvas/frame/Notices.tsx";
import { SidePanel } from "./canvas/frame/SidePanel.tsx";
import { Toolbar } from "./canvas/frame/Toolbar.tsx";
import { useUndoInFields } from "./canvas/keys/use-undo-in-fields.ts";
import { DragGhost } from "./canvas/palette/DragGhost.tsx";
import { Palette } from "./canvas/palette/Palette.tsx";
import { LiveCheck } from "./canvas/problem/check/LiveCheck.tsx";
import { GoToProblem } from "./canvas/problem/GoToProblem.tsx";
import { ProblemsPanel } from "./canvas/problem/ProblemsPanel.tsx";
import { LiveProof } from "./canvas/problem/proof/LiveProof.tsx";
import type { Overlays } from "./diagram/overlay/node-overlay.ts";
import { OverlaysProvider } from "./diagram/overlay/overlays-context.ts";
import { useArranging } from "./layout/use-arranging.ts";
import { lazyPart } from "./lazy-part.ts";
import type {
  DecisionChoice,
  FlowChoice,
  Language,
  PersonChoice,
  RoleChoice,
  SaveStepTemplateHandler,
  SystemChoice,
  TryCallHandler,
} from "./model/designer-options.ts";
import { createDesignerStore } from "./model/designer-store.ts";
import { DesignerStoreProvider } from "./store-context.ts";
import type { Messages } from "./texts/messages.ts";
import { useStepTemplates } from "./use-step-templates.ts";
import { Views } from "./vertical/Views.tsx";

const ShortcutSheet = lazyPart(async () => (await import("./canvas/keys/ShortcutSheet.tsx")).ShortcutSheet);

export interface FlowDesignerProps {
  /**
   * The document, kept by the page. One that did not come from `onChange` replaces the document and its history. Left
   * out, the designer keeps the document itself, from `defaultDefinition` on.
   */
  readonly definition?: WorkflowDefinition | undefined;
  /** What a designer that keeps its document itself begins with; left out, an empty flow. */
  readonly defaultDefinition?: WorkflowDefinition | undefined;
  /** What the step is called that a replacing definition becomes, to be undone like an edit; without it, history ends. */
  readonly replacedAs?: BilingualText | null;
  /** Called after every change, undo and redo included. */
  readonly onChange?: (definition: WorkflowDefinition) => void;
  /** Called when the problems change: soon after the document, when its check is done. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
  /** Called with the ids of the selected steps and lines; with none, the flow itself is looked at. */
  readonly onSelect?: (ids: readonly string[]) => void;
  /** Called with the document on Ctrl+S or ⌘S; without it the keys are the browser's. */
  readonly onSave?: (definition: WorkflowDefinition) => void;
  /** What the page shows on steps, by node id: badges, counters, state, heat. */
  readonly overlays?: Overlays | undefined;
  /** Texts in the place of the designer's own, by `catalogue.key`, in the language that is shown. */
  readonly messages?: Messages | null;
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  readonly people?: readonly PersonChoice[];
  readonly roles?: readonly RoleChoice[];
  readonly systems?: readonly SystemChoice[];
  /** Flows that can be called and decisions that can be used; left out, their ids are typed and not checked. */
  readonly flows?: readonly FlowChoice[];
  readonly decisions?: readonly DecisionChoice[];
  /** Configured steps to take from the palette, each with its version. */
  readonly stepTemplates?: readonly KeptStepTemplate[];
  /** Keeps a step as a template; without it steps cannot be saved as one. */
  readonly onSaveStepTemplate?: SaveStepTemplateHandler;
  /** Calls an operation of a system once, for "Try it"; without it the button is not shown. */
  readonly onTryCall?: TryCallHandler;
  readonly readOnly?: boolean;
  /** Ready flows that an empty flow offers to begin with; `onBegin` is told which one was chosen. */
  readonly beginnings?: readonly Beginning[];
  readonly onBegin?: (id: string) => void;
  /** A scenario of the flow to open in play: each new object opens it once. */
  readonly openScenario?: AskedScenario | null;
  /** A problem to show the place of: each new object leads there once. */
  readonly goTo?: Problem | null;
  /** What the palette of commands (Ctrl+K) finds besides commands and steps: flows, cases. */
  readonly onSearch?: CommandSearch;
  /** Comments on the drawing, kept by the page; left out, there are none. */
  readonly comments?: CommentsHost | null;
  /** Whether the first tips are shown until they are sent away. */
  readonly tips?: boolean;
}

const NO_OVERLAYS: Overlays = {};
const EMPTY: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "",
  nodes: [],
  edges: [],
};
const NO_BEGINNINGS: readonly Beginning[] = [];

/** From this width on the properties stand beside the canvas from the start. */
const WIDE = 1_000;

/** The flow designer. Fills its parent; import `@flowright/designer/style.css` once. */
export function FlowDesigner({
  definition,
  defaultDefinition,
  replacedAs = null,
  onChange,
  onProblems,
  onSelect,
  onSave,
  overlays = NO_OVERLAYS,
  messages = null,
  language = "en",
  theme = "light",
  people,
  roles,
  systems,
  flows,
  decisions,
  stepTemplates,
  onSaveStepTemplate,
  onTryCall,
  readOnly = false,
  beginnings = NO_BEGINNINGS,
  onBegin,
  goTo = null,
  openScenario = null,
  onSearch,
  comments = null,
  tips = false,
}: FlowDesignerProps) {
  const [initial] = useState(definition ?? defaultDefinition ?? EMPTY);
  const [store] = useState(() =>
    createDesignerStore({
      definition: initial,
      language,
      people,
      roles,
      systems,
      flows,
      decisions,
      stepTemplates,
      onSaveStepTemplate,
      onTryCall,
      readOnly,
      messages,
    }),
  );
  const [ui] = useState(createCanvasUi);
  const drawable = useArranging(definition ?? initial);
  const frame = useRef<HTMLDivElement>(null);
  // Every definition that went out through `onChange`: a page that lags behind must not undo what came since.
  const [emitted] = useState(() => new WeakSet<WorkflowDefinition>([initial]));
  const replacing = useRef(false);
  const undoKeys = useUndoInFields(store);
  const handlers = useRef({ onChange, onProblems, onSelect, onSave, replacedAs });
  handlers.current = { onChange, onProblems, onSelect, onSave, replacedAs };

  useEffect(() => {
    const choices = { people, roles, systems, flows, decisions, stepTemplates };
    const options = { language, onSaveStepTemplate, onTryCall, readOnly, messages };
    store.getState().configure({ ...choices, ...options });
  }, [
    store,
    people,
    roles,
    systems,
    flows,
    decisions,
    stepTemplates,
    language,
    onSaveStepTemplate,
    onTryCall,
    readOnly,
    messages,
  ]);
  useStepTemplates(store, stepTemplates);

  useEffect(() => {
    if (definition === undefined || emitted.has(definition)) return;
    emitted.add(definition);
    replacing.current = true;
    store.getState().replaceDefinition(definition, handlers.current.replacedAs);
    replacing.current = false;
  }, [store, definition, emitted]);

  useEffect(() => {
    handlers.current.onProblems?.(store.getState().problems);
    return store.subscribe((now, before) => {
      if (now.definition !== before.definition && !replacing.current) {
        emitted.add(now.definition);
        handlers.current.onChange?.(now.definition);
      }
      if (now.problems !== before.problems) handlers.current.onProblems?.(now.problems);
      if (now.selection !== before.selection) handlers.current.onSelect?.(now.selection);
    });
  }, [store, emitted]);

  useEffect(() => (frame.current ? keepAtHand(frame.current) : undefined), []);

  useEffect(() => {
    const designer = frame.current;
    const pressed = (event: KeyboardEvent) => {
      const save = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
      if (!save || !handlers.current.onSave) return;
      event.preventDefault();
      handlers.current.onSave(store.getState().definition);
    };
    designer?.addEventListener("keydown", pressed);
    return () => designer?.removeEventListener("keydown", pressed);
  }, [store]);

  useEffect(() => {
    if (openScenario) ui.getState().set({ playing: true, askedScenario: openScenario });
  }, [ui, openScenario]);

  useEffect(() => {
    if ((frame.current?.clientWidth ?? 0) >= WIDE) store.getState().openPanel(true);
  }, [store]);

  return (
    <DesignerStoreProvider value={store}>
      <CanvasUiProvider value={ui}>
        <OverlaysProvider value={overlays}>
          <CommentsHostProvider value={comments}>
            <ReactFlowProvider>
              <div ref={frame} className="fw-designer" data-theme={theme} lang={language} {...undoKeys}>
                <Toolbar />
                <div className="fw-body">
                  {!readOnly && <Palette />}
                  <div className="fw-stage">
                    <div className="fw-ground">
                      {drawable && <Views theme={theme} />}
                      <EmptyGround beginnings={beginnings} onBegin={onBegin} />
                      <Notices />
                      <DesignerTools frame={frame} search={onSearch} tips={tips} />
                    </div>
                    <ProblemsPanel />
                  </div>
                  <SidePanel />
                </div>
                <MenuHost />
                <DragGhost />
                <GoToProblem problem={goTo} />
                <LiveCheck />
                <LiveProof />
                <Suspense>
                  <ShortcutSheet />
                </Suspense>
              </div>
            </ReactFlowProvider>
          </CommentsHostProvider>
        </OverlaysProvider>
      </CanvasUiProvider>
    </DesignerStoreProvider>
  );
}
