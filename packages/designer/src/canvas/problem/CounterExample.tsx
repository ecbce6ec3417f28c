import { ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { roundedPath } from "../../diagram/route/rounded-path.ts";
import { routesOf } from "../../diagram/route/routes-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { type ShownExample, useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";

/** Milliseconds that one wave of tokens travels; a long way goes faster. */
const WAVE = 520;
const LONGEST = 9_000;

/** A way that goes wrong: tokens that travel wave by wave and stay where the case stays, with what that means. */
export function CounterExample() {
  const example = useCanvasUi((state) => state.example);
  return example && <Played key={example.serial} example={example} />;
}

function Played({ example }: { readonly example: ShownExample }) {
  const t = useTexts(PROBLEM_TEXTS);
  const definition = useDesigner((state) => state.definition);
  const language = useDesigner((state) => state.language);
  const ui = useCanvasUiStore();
  const [round, setRound] = useState(0);
  const wave = useWave(example, round);
  const shownFor = useRef(definition);
  const over = wave >= example.waves.length;
  const routes = useMemo(() => routesOf(definition, placesOf(definition)), [definition]);
  const at = absolutePlace(definition, example.at);

  // What was played is no longer what is drawn.
  useEffect(() => {
    if (definition !== shownFor.current) ui.getState().set({ example: null });
  }, [definition, ui]);

  return (
    <ViewportPortal>
      <div className="fw-ghosts">
        {!over &&
          example.waves[wave]?.map((edge) => {
            const points = routes.get(edge)?.points ?? [];
            return points.length > 1 ? (
              <Travelling
                key={`${round} ${wave} ${edge}`}
                path={roundedPath(points)}
                duration={paceOf(example)}
              />
            ) : null;
          })}
        {over &&
          example.rest.map(({ node, count }) => {
            const place = absolutePlace(definition, node);
            return place ? (
              <Resting key={node} x={place.x + place.width / 2} y={place.y} count={count} />
            ) : null;
          })}
        {over &&
          example.counted.map(({ edge, count }) => {
            const end = routes.get(edge)?.points.at(-1);
            return end ? <Resting key={edge} x={end.x - 14} y={end.y} count={count} /> : null;
          })}
        {at && (
          <div
            className="fw-ghost-note fw-example-note"
            role="status"
            style={{
              transform: `translate(${at.x + at.width / 2}px, ${at.y - 26}px) translate(-50%, -100%)`,
            }}
          >
            <span>{example.note[language]}</span>
            <span className="fw-example-tools">
              <button
                type="button"
                className="fw-button nodrag nopan"
                disabled={!over}
                onClick={() => setRound(round + 1)}
              >
                <Icon name="restart" size={14} />
                <span>{t("again")}</span>
              </button>
              <button
                type="button"
                className="fw-button nodrag nopan"
                onClick={() => ui.getState().set({ example: null })}
              >
                {t("dismiss")}
              </button>
            </span>
          </div>
        )}
      </div>
    </ViewportPortal>
  );
}

/** The wave that is under way; as many as there are waves: all is over. */
function useWave(example: ShownExample, round: number): number {
  const count = example.waves.length;
  const [place, setPlace] = useState({ round, wave: startWave(count) });
  const wave = place.round === round ? place.wave : startWave(count);
  useEffect(() => {
    if (wave >= count) return;
    const timer = setTimeout(() => setPlace({ round, wave: wave + 1 }), paceOf(example));
    return () => clearTimeout(timer);
  }, [wave, count, round, example]);
  return wave;
}

/** Whoever wants no motion sees where it ends. */
function startWave(count: number): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? count : 0;
}

function paceOf({ waves }: ShownExample): number {
  return Math.min(WAVE, LONGEST / Math.max(1, waves.length));
}

function Travelling({ path, duration }: { readonly path: string; readonly duration: number }) {
  const token = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const running = token.current?.animate([{ offsetDistance: "0%" }, { offsetDistance: "100%" }], {
      duration,
      fill: "both",
      easing: "ease-in-out",
    });
    return () => running?.cancel();
  }, [duration]);
  return <span ref={token} className="fw-ghost" style={{ offsetPath: `path("${path}")` }} />;
}

function Resting({ x, y, count }: { readonly x: number; readonly y: number; readonly count: number }) {
  const t = useTexts(PROBLEM_TEXTS);
  return (
    <span
      className="fw-example-token"
      title={t("waitsHere", { count })}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
    >
      {count}
    </span>
  );
}
