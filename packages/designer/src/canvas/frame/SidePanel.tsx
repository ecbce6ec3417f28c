import { type KeyboardEvent, Suspense } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { lazyPart } from "../../lazy-part.ts";
import { groupOf } from "../../model/group/groups-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { usePreference } from "../coach/preferences.ts";
import { isComposing } from "../keys/composing.ts";

/** Forms, expressions and tables come with them, so they are fetched after the drawing is there. */
const PropertiesPanel = lazyPart(
  async () => (await import("../../panel/PropertiesPanel.tsx")).PropertiesPanel,
);
const SideGrip = lazyPart(async () => (await import("./SideGrip.tsx")).SideGrip);
const GroupPanel = lazyPart(async () => (await import("../group/GroupPanel.tsx")).GroupPanel);

/** The engine comes with it, so it is fetched when the first trial begins. */
const TrialPanel = lazyPart(async () => (await import("../../play/TrialPanel.tsx")).TrialPanel);

/** The place of the properties, or of a trial: beside the canvas, or over it where there is little room. */
export function SidePanel() {
  const t = useTexts(CANVAS_TEXTS);
  const open = useDesigner((state) => state.panelOpen);
  const playing = useCanvasUi((state) => state.playing);
  const store = useDesignerStore();
  const width = usePreference("panelWidth");
  const group = useDesigner(({ definition, selection }) =>
    selection.length === 1 ? groupOf(definition, selection[0] ?? "") : null,
  );
  if (playing) {
    return (
      <aside className="fw-side" data-part="trial">
        <Suspense fallback={<section className="fw-play" aria-busy="true" />}>
          <TrialPanel />
        </Suspense>
      </aside>
    );
  }
  if (!open) return null;
  return (
    <>
      <Suspense>
        <SideGrip />
      </Suspense>
      <aside
        className="fw-side"
        style={{ inlineSize: width }}
        aria-label={t("details")}
        onKeyDown={backToCanvas}
      >
        <button
          type="button"
          className="fw-button fw-side-close"
          aria-label={t("closePanel")}
          title={t("closePanel")}
          onClick={(event) => {
            const back = stepOf(event.currentTarget);
            store.getState().openPanel(false);
            back?.focus();
          }}
        >
          <Icon name="close" />
        </button>
        <Suspense fallback={<div className="fw-form fw-panel" aria-busy="true" />}>
          {group ? <GroupPanel key={group.id} group={group} /> : <PropertiesPanel />}
        </Suspense>
      </aside>
    </>
  );
}

/** Escape leads from the properties back to the step that they belong to. */
function backToCanvas(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
  const step = stepOf(event.currentTarget);
  if (!step) return;
  event.preventDefault();
  step.focus({ preventScroll: true });
}

/** Where the keyboard is among the steps, on the canvas or in the column. */
function stepOf(element: HTMLElement): HTMLElement | null {
  const designer = element.closest(".fw-designer");
  return (
    designer?.querySelector<HTMLElement>(
      '.react-flow__node[tabindex="0"], .fw-vertical [data-stop][tabindex="0"]',
    ) ?? null
  );
}
