import { ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type TrialLook, useCanvasUi } from "../canvas/canvas-ui.ts";
import { roundedPath } from "../diagram/route/rounded-path.ts";
import { routesOf } from "../diagram/route/routes-of.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { useDesigner } from "../store-context.ts";

/** Tokens that travel the lines of the last act, one step after the other. Whoever wants no motion sees none. */
export function PlayTokens() {
  const trial = useCanvasUi((state) => state.trial);
  if (!trial || trial.waves.length === 0) return null;
  return <Travel key={trial.serial} trial={trial} />;
}

function Travel({ trial }: { readonly trial: TrialLook }) {
  const definition = useDesigner((state) => state.definition);
  const { waves, pace } = trial;
  const [wave, setWave] = useState(() =>
    window.matchMedia("(prefers-reduced-motion: reduce)").matches ? waves.length : 0,
  );
  const routes = useMemo(() => routesOf(definition, placesOf(definition)), [definition]);
  useEffect(() => {
    if (wave >= waves.length) return;
    const timer = setTimeout(() => setWave(wave + 1), pace);
    return () => clearTimeout(timer);
  }, [wave, waves.length, pace]);
  if (wave >= waves.length) return null;
  return (
    <ViewportPortal>
      <div className="fw-ghosts" aria-hidden="true">
        {waves[wave]?.map((edge) => {
          const points = routes.get(edge)?.points ?? [];
          return points.length > 1 ? (
            <Token key={`${wave} ${edge}`} path={roundedPath(points)} duration={pace} />
          ) : null;
        })}
      </div>
    </ViewportPortal>
  );
}

function Token({ path, duration }: { readonly path: string; readonly duration: number }) {
  const token = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const moving = token.current?.animate([{ offsetDistance: "0%" }, { offsetDistance: "100%" }], {
      duration,
      fill: "both",
      easing: "ease-in-out",
    });
    return () => moving?.cancel();
  }, [duration]);
  return <span ref={token} className="fw-ghost" style={{ offsetPath: `path("${path}")` }} />;
}
