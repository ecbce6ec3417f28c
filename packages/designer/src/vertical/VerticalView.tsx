import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { designerAtHand } from "../canvas/at-hand.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { problemsById } from "../canvas/problem/problems-by-id.ts";
import { useLexicon } from "../canvas/use-lexicon.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { ContainerBody } from "./ContainerBody.tsx";
import { CarriedGhost } from "./carry/CarriedGhost.tsx";
import { useDropInColumn } from "./carry/use-drop-in-column.ts";
import { type ColumnScope, ColumnScopeProvider } from "./column-scope.ts";
import { Sequence } from "./Sequence.tsx";
import { oneTabStop, showStop } from "./stops.ts";
import { useColumnClipboard } from "./use-column-clipboard.ts";
import { useVerticalKeys } from "./use-vertical-keys.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Pixels between the first card and the border of a narrow view. */
const EDGE = 12;

/** The flow as a column of steps: the same document and the same commands as on the canvas. */
export function VerticalView() {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const problems = useDesigner((state) => state.problems);
  const selection = useDesigner((state) => state.selection);
  const carrying = useCanvasUi((state) => state.carried !== null);
  const lexicon = useLexicon();
  const frame = useRef<HTMLElement>(null);
  const onKeyDown = useVerticalKeys(frame);
  useColumnClipboard(frame);
  const column = useDropInColumn();
  useEffect(() => {
    ui.getState().set({ column });
    return () => ui.getState().set({ column: null });
  }, [ui, column]);
  const selected = selection[0] ?? null;
  const scope = useMemo<ColumnScope>(
    () => ({
      definition,
      lexicon,
      editable: !readOnly,
      selected,
      problemsOf: problemsById(problems),
      renderColumn: (sequence, begins) => <Sequence sequence={sequence} begins={begins} />,
      renderContainer: (container) => <ContainerBody container={container} />,
    }),
    [definition, lexicon, readOnly, selected, problems],
  );

  // One of all places is reached by Tab; after a change it may be another one.
  useLayoutEffect(() => {
    if (frame.current) oneTabStop(frame.current, selected);
  });

  // The first picture has the line of the main column in the middle, and the first of several beginnings whole.
  useLayoutEffect(() => {
    const view = frame.current;
    if (!view) return;
    view.scrollLeft = (view.scrollWidth - view.clientWidth) / 2;
    const first = view.querySelector(".fw-v-card")?.getBoundingClientRect();
    const missing = first ? view.getBoundingClientRect().left + EDGE - first.left : 0;
    if (missing > 0) view.scrollLeft -= missing;
  }, []);

  useEffect(() => {
    if (selected !== null && frame.current) showStop(frame.current, selected);
  }, [selected]);

  // After a step was deleted nothing has the focus; the keys still count.
  useEffect(() => {
    const unfocused = (event: KeyboardEvent) => {
      if (event.target === document.body && designerAtHand()?.contains(frame.current)) onKeyDown(event);
    };
    document.addEventListener("keydown", unfocused);
    return () => document.removeEventListener("keydown", unfocused);
  }, [onKeyDown]);

  return (
    <section
      ref={frame}
      className="fw-vertical"
      aria-label={t("steps")}
      data-carrying={carrying || undefined}
      onKeyDown={(event) => onKeyDown(event.nativeEvent)}
      onClick={({ target }) => {
        // Beside everything is the flow itself, as on the canvas.
        if (
          target instanceof Element &&
          !target.closest(".fw-v-card, .fw-v-head, .fw-v-free, button, select")
        )
          store.getState().select([]);
      }}
      onFocus={(event) => {
        const stop = (event.target as HTMLElement).closest<HTMLElement>("[data-stop]");
        if (stop && frame.current) oneTabStop(frame.current, stop.dataset["stop"] ?? null);
      }}
    >
      <div className="fw-v-ground">
        <ColumnScopeProvider value={scope}>
          <ContainerBody container={null} />
        </ColumnScopeProvider>
      </div>
      <CarriedGhost />
    </section>
  );
}
