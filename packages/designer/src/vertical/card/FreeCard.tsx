import { useReactFlow } from "@xyflow/react";
import { useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";
import { StepCard } from "./StepCard.tsx";

/** Until the canvas is drawn and measured. */
const DRAWN_AFTER = 80;

/** Steps whose lines cross, together in one card: each can be set and led on from, and all be seen on the canvas. */
export function FreeCard({ nodes }: { readonly nodes: readonly string[] }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const { problemsOf } = useColumnScope();
  const counts = nodes.map(problemsOf);
  const errors = counts.reduce((sum, count) => sum + count.errors, 0);
  const warnings = counts.reduce((sum, count) => sum + count.warnings, 0);
  const open = () => {
    ui.getState().set({ view: "canvas" });
    store.getState().select([...nodes]);
    setTimeout(() => {
      void flow.fitView({ nodes: nodes.map((id) => ({ id })), padding: 0.2, maxZoom: 1 });
    }, DRAWN_AFTER);
  };
  return (
    <div className="fw-v-free" data-holds={nodes.join(" ")}>
      <strong>{t("free")}</strong>
      <span className="fw-v-quiet">{t("freeHint", { count: nodes.length })}</span>
      {nodes.map((id) => (
        <StepCard key={id} id={id} />
      ))}
      <button
        type="button"
        className="fw-button fw-v-open"
        data-stop={`free-${nodes[0] ?? ""}`}
        tabIndex={-1}
        onClick={open}
      >
        <Icon name="canvas" size={16} />
        <span>{t("openOnCanvas")}</span>
      </button>
      {errors + warnings > 0 && (
        <span className="fw-badge" data-severity={errors > 0 ? "error" : "warning"} aria-hidden="true">
          {errors > 0 ? errors : warnings}
        </span>
      )}
    </div>
  );
}
