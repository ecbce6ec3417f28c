import { useCanvasUi } from "../../canvas/canvas-ui.ts";
import { useDesigner } from "../../store-context.ts";

/** The step that is being carried, at the pointer, with the reason where it may not go. */
export function CarriedGhost() {
  const carried = useCanvasUi((state) => state.carried);
  const language = useDesigner((state) => state.language);
  if (!carried) return null;
  return (
    <div className="fw-v-ghost" style={{ left: carried.at.x, top: carried.at.y }} aria-hidden="true">
      <div className="fw-v-ghost-card">{carried.name}</div>
      {carried.refusal && <div className="fw-reason">{carried.refusal[language]}</div>}
    </div>
  );
}
