import { textOf } from "@flowright/definition";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { isComposing } from "../keys/composing.ts";
import { useSpell } from "../menu/use-spell.ts";
import { useLexicon } from "../use-lexicon.ts";
import { type FlowHit, findInFlow } from "./find-in-flow.ts";
import { FIND_TEXTS } from "./find-texts.ts";
import { useShowPlace } from "./use-show-place.ts";

/** Ctrl+F: finds in the flow, in both views. Enter and Shift+Enter go from hit to hit. */
export function FindBar() {
  const open = useCanvasUi((state) => state.findOpen);
  return open && <Bar />;
}

function Bar() {
  const t = useTexts(FIND_TEXTS);
  const ui = useCanvasUiStore();
  const definition = useDesigner((state) => state.definition);
  const lexicon = useLexicon();
  const spell = useSpell();
  const show = useShowPlace();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const cameFrom = useRef(document.activeElement as HTMLElement | null);
  const bar = useRef<HTMLElement>(null);
  const hits = useMemo(
    () => findInFlow(definition, query, lexicon, spell),
    [definition, query, lexicon, spell],
  );
  const hit = hits[Math.min(at, hits.length - 1)];

  useEffect(() => {
    ui.getState().set({ found: { ids: hits.map(({ id }) => id), at: hit?.id ?? null } });
  }, [ui, hits, hit]);
  useEffect(() => () => ui.getState().set({ found: { ids: [], at: null } }), [ui]);
  // Another hit is shown; what changes in the document meanwhile does not move the view.
  const id = hit?.id;
  useEffect(() => {
    if (id !== undefined) show(id);
  }, [id, show]);

  const go = (by: number) => {
    const next = (at + by + hits.length) % Math.max(1, hits.length);
    setAt(next);
    if (next === at && hit) show(hit.id);
  };
  const close = () => {
    ui.getState().set({ findOpen: false });
    const designer = bar.current?.closest(".fw-designer");
    const step = designer?.querySelector<HTMLElement>(
      hit
        ? `.react-flow__node[data-id="${CSS.escape(hit.id)}"], .fw-vertical [data-stop="${CSS.escape(hit.id)}"]`
        : ".fw-none",
    );
    (step ?? cameFrom.current)?.focus({ preventScroll: true });
  };
  const pressed = (event: KeyboardEvent) => {
    // While a Chinese word is being composed, Enter belongs to the input method.
    if (isComposing(event)) return;
    event.stopPropagation();
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) go(event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowDown") go(1);
    else if (event.key === "ArrowUp") go(-1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  const count = { at: Math.min(at, hits.length - 1) + 1, count: hits.length };
  return (
    <search ref={bar} className="fw-find" aria-label={t("find")} onKeyDown={pressed}>
      <Icon name="search" size={16} />
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens to be typed into
        autoFocus
        type="text"
        aria-label={t("find")}
        placeholder={t("placeholder")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <span className="fw-find-count" aria-hidden="true">
        {query.trim() === "" ? "" : hits.length === 0 ? t("none") : t("count", count)}
      </span>
      <span className="fw-hidden" role="status">
        {query.trim() === "" ? "" : hit ? t("announced", { ...count, ...spoken(hit) }) : t("none")}
      </span>
      <button
        type="button"
        className="fw-button"
        aria-label={t("previous")}
        title={t("previous")}
        disabled={hits.length === 0}
        onClick={() => go(-1)}
      >
        <Icon name="up" size={16} />
      </button>
      <button
        type="button"
        className="fw-button"
        aria-label={t("next")}
        title={t("next")}
        disabled={hits.length === 0}
        onClick={() => go(1)}
      >
        <Icon name="down" size={16} />
      </button>
      <button type="button" className="fw-button" aria-label={t("close")} title={t("close")} onClick={close}>
        <Icon name="close" size={16} />
      </button>
    </search>
  );

  function spoken(found: FlowHit): { name: string; where: string } {
    const { nodes, edges } = indexOf(definition);
    const edge = edges.get(found.id)?.edge;
    const target = edge && stepName(nodes.get(edge.target)?.node, lexicon);
    const node = nodes.get(found.id)?.node;
    const name = node
      ? textOf(node.name, lexicon.language) || stepName(node, lexicon)
      : target !== undefined
        ? t("line", { name: target })
        : t("sticky");
    return { name, where: t(found.in) };
  }
}
