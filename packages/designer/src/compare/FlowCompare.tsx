import type { WorkflowDefinition } from "@flowright/definition";
import { useEffect, useMemo, useRef, useState } from "react";
import { arrangeWith } from "#arrange";
import { routesOf } from "../diagram/route/routes-of.ts";
import { lexiconOf } from "../diagram/words/lexicon.ts";
import type {
  DecisionChoice,
  FlowChoice,
  Language,
  PersonChoice,
  RoleChoice,
  SystemChoice,
} from "../model/designer-options.ts";
import { arranged } from "../model/geometry/arranged.ts";
import { arrangedPlacesOf, placesOf } from "../model/geometry/places-of.ts";
import { textsOf } from "../texts/texts-of.ts";
import { folded } from "../viewer/folded.ts";
import { ChangeList } from "./ChangeList.tsx";
import { CompareCanvas } from "./CompareCanvas.tsx";
import { CompareHead } from "./CompareHead.tsx";
import { compareFlows, type ListedChange } from "./compare-flows.ts";
import {
  centred,
  fitted,
  isReadable,
  movedTo,
  type SharedView,
  spotOf,
  type Version,
  viewportOf,
} from "./shared-view.ts";
import { useFrameSize } from "./use-frame-size.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";

export interface FlowCompareProps {
  readonly before: WorkflowDefinition;
  readonly after: WorkflowDefinition;
  /** What the versions are called, e.g. "Version 3" and "Draft". */
  readonly beforeTitle: string;
  readonly afterTitle: string;
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  readonly people?: readonly PersonChoice[];
  readonly roles?: readonly RoleChoice[];
  readonly systems?: readonly SystemChoice[];
  readonly flows?: readonly FlowChoice[];
  readonly decisions?: readonly DecisionChoice[];
}

/** From this width on both versions are drawn, side by side. */
const WIDE = 1_024;

/** Two versions of a flow: what differs is marked in both drawings and listed in words. Fills its parent. */
export function FlowCompare({ language = "en", theme = "light", ...props }: FlowCompareProps) {
  arrangeWith(arranged);
  const { before, after, people, roles, systems, flows, decisions } = props;
  const t = textsOf(COMPARE_TEXTS, language);
  const root = useRef<HTMLElement>(null);
  const { width } = useFrameSize(root);
  const pane = useRef<HTMLDivElement>(null);
  const frame = useFrameSize(pane);
  const known = useMemo(
    () => ({ people, roles, systems, flows, decisions }),
    [people, roles, systems, flows, decisions],
  );
  const comparison = useMemo(
    () => compareFlows(before, after, language, known),
    [before, after, language, known],
  );
  const sides = {
    before: useDrawn(before, language, known),
    after: useDrawn(after, language, known),
  };
  const [withMoves, setWithMoves] = useState(false);
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const [shown, setShown] = useState<Version>("after");
  const [view, setView] = useState<SharedView | null>(null);
  const moves = comparison.changes.filter(({ change }) => change === "moved").length;
  const changes = withMoves
    ? comparison.changes
    : comparison.changes.filter(({ change }) => change !== "moved");
  const current = changes.find(({ key }) => key === currentKey) ?? null;
  const marks = useMemo(() => {
    const visible = (all: ReadonlyMap<string, ListedChange["change"]>) =>
      withMoves ? all : new Map([...all].filter(([, change]) => change !== "moved"));
    return { before: visible(comparison.marks.before), after: visible(comparison.marks.after) };
  }, [comparison, withMoves]);

  const around = (from: SharedView, change: ListedChange) => {
    const spot = (version: Version) => {
      const id = change[version];
      return id === null ? null : spotOf(sides[version].drawn, id, sides[version].labels);
    };
    return centred(from, spot("before"), spot("after"), frame);
  };
  const ready = frame.width > 0 && frame.height > 0;
  // Until somebody looks elsewhere, the view follows the frame: it is another one once both drawings stand side by side.
  const settled = useRef<object | null>(null);
  const pair = useMemo(() => ({ before, after }), [before, after]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows from the pair
  useEffect(() => {
    if (!ready || settled.current === pair) return;
    const whole = fitted([sides.before.drawn, sides.after.drawn], frame);
    const first = changes.find((change) => change.before !== null || change.after !== null);
    // A long flow would be too small to read: then it opens at what differs.
    setView(isReadable(whole) || first === undefined ? whole : around(whole, first));
    setCurrentKey(null);
  }, [ready, pair, frame.width, frame.height]);

  const choose = (change: ListedChange | undefined) => {
    if (change === undefined) return;
    settled.current = pair;
    setCurrentKey(change.key);
    if (change.after === null && change.before !== null) setShown("before");
    else if (change.before === null && change.after !== null) setShown("after");
    if (view !== null) setView(around(view, change));
  };
  const step = (by: 1 | -1) => {
    const at = changes.findIndex(({ key }) => key === currentKey);
    const next = at < 0 ? (by === 1 ? 0 : changes.length - 1) : (at + by + changes.length) % changes.length;
    const change = changes[next];
    choose(change);
    if (change !== undefined)
      root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(change.key)}"]`)?.focus();
  };
  const steps = useRef(step);
  steps.current = step;
  // In a dialog the keys work wherever its focus is.
  useEffect(() => {
    const place = root.current?.closest<HTMLElement>("[role=dialog]") ?? root.current;
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (direction === null) return;
      event.preventDefault();
      steps.current(direction);
    };
    place?.addEventListener("keydown", onKey);
    return () => place?.removeEventListener("keydown", onKey);
  }, []);
  const versions: readonly Version[] = width >= WIDE ? ["before", "after"] : [shown];
  return (
    <section
      ref={root}
      className="fw-viewer fw-compare"
      data-theme={theme}
      lang={language}
      aria-label={t("title")}
    >
      <CompareHead
        language={language}
        count={changes.length}
        at={current === null ? null : changes.indexOf(current) + 1}
        moves={moves}
        withMoves={withMoves}
        onMoves={setWithMoves}
        onStep={step}
        titles={{ before: props.beforeTitle, after: props.afterTitle }}
        {...(width >= WIDE ? {} : { shown, onShown: setShown })}
      />
      <div className="fw-compare-body">
        {versions.map((version, index) => (
          <figure key={version} className="fw-compare-pane">
            {width >= WIDE && (
              <figcaption>
                <span>{t(version)}</span> {version === "before" ? props.beforeTitle : props.afterTitle}
              </figcaption>
            )}
            <div ref={index === 0 ? pane : undefined} className="fw-compare-ground">
              {view !== null && (
                <CompareCanvas
                  drawn={sides[version].drawn}
                  routes={sides[version].routes}
                  lexicon={sides[version].lexicon}
                  marks={marks[version]}
                  current={current?.[version] ?? null}
                  title={version === "before" ? props.beforeTitle : props.afterTitle}
                  theme={theme}
                  viewport={viewportOf(view, version)}
                  onViewport={(to) => setView((now) => (now === null ? now : movedTo(now, version, to)))}
                  onMoved={() => {
                    settled.current = pair;
                  }}
                  onChoose={(id) => choose(changes.find((change) => change[version] === id))}
                />
              )}
            </div>
          </figure>
        ))}
        <aside className="fw-compare-side" aria-label={t("listOf")}>
          {changes.length === 0 ? (
            <p className="fw-compare-none">{t(moves > 0 ? "onlyMoves" : "none")}</p>
          ) : (
            <ChangeList
              changes={changes}
              current={currentKey}
              language={language}
              onChoose={(key) => choose(changes.find((change) => change.key === key))}
            />
          )}
        </aside>
      </div>
    </section>
  );
}

/** Next and previous change by N and P or F7; not while something is typed or an IME is open. */
function directionOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if ((event.target as HTMLElement).closest("input:not([type=checkbox], [type=radio]), textarea, select"))
    return null;
  if (event.key === "F7") return event.shiftKey ? -1 : 1;
  if (event.shiftKey) return null;
  return event.key === "n" ? 1 : event.key === "p" ? -1 : null;
}

/** A version as it is drawn here: every block open, so that nothing that differs is hidden. */
function useDrawn(flow: WorkflowDefinition, language: Language, known: Parameters<typeof lexiconOf>[2]) {
  const lexicon = useMemo(() => lexiconOf(flow, language, known), [flow, language, known]);
  return useMemo(() => {
    const definition = folded(flow, new Set());
    const places = definition === flow ? placesOf(flow) : arrangedPlacesOf(definition);
    const routes = routesOf(definition, places);
    const labels = new Map([...routes].map(([id, { label }]) => [id, label]));
    return { drawn: { definition, places }, routes, labels, lexicon };
  }, [flow, lexicon]);
}
