import { ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { roundedPath } from "../../diagram/route/rounded-path.ts";
import { routesOf } from "../../diagram/route/routes-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";

/** Milliseconds for the whole way, however long it is. */
const TRIP = 2_400;
const TOKENS = [0, 260, 520];

/** Tokens that run to a gateway and stop there, to show what would happen to a case. */
export function GhostTokens() {
  const ghost = useCanvasUi((state) => state.ghost);
  const definition = useDesigner((state) => state.definition);
  const ui = useCanvasUiStore();
  const t = useTexts(CANVAS_TEXTS);
  const box = useRef<HTMLDivElement>(null);

  const path = useMemo(() => {
    if (!ghost) return null;
    const routes = routesOf(definition, placesOf(definition));
    const points = ghost.edges.flatMap((edge) => routes.get(edge)?.points ?? []);
    return points.length > 1 ? { path: roundedPath(points), end: points.at(-1) } : null;
  }, [ghost, definition]);
  const stuck = ghost && absolutePlace(definition, ghost.stuckAt);

  useEffect(() => {
    const tokens = box.current?.querySelectorAll<HTMLElement>(".fw-ghost");
    if (!tokens || !ghost) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const running = [...tokens].map((token, at) =>
      token.animate([{ offsetDistance: "0%" }, { offsetDistance: "100%" }], {
        duration: still ? 1 : TRIP,
        delay: still ? 0 : (TOKENS[at] ?? 0),
        fill: "both",
        easing: "ease-in-out",
      }),
    );
    return () => {
      for (const animation of running) animation.cancel();
    };
  }, [ghost]);

  useEffect(() => {
    if (!ghost) return;
    const timer = setTimeout(() => ui.getState().set({ ghost: null }), TRIP + 6_000);
    return () => clearTimeout(timer);
  }, [ghost, ui]);

  if (!ghost || !stuck) return null;
  return (
    <ViewportPortal>
      <div ref={box} className="fw-ghosts">
        {path &&
          TOKENS.map((delay) => (
            <span key={delay} className="fw-ghost" style={{ offsetPath: `path("${path.path}")` }} />
          ))}
        <div
          className="fw-ghost-note"
          role="status"
          style={{
            transform: `translate(${stuck.x + stuck.width / 2}px, ${stuck.y - 20}px) translate(-50%, -100%)`,
          }}
        >
          {t("flowStuck")}
        </div>
      </div>
    </ViewportPortal>
  );
}
