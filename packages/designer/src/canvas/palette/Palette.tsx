import { useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { bpmnTermOf } from "../coach/bpmn-terms.ts";
import { usePreference } from "../coach/preferences.ts";
import { isComposing } from "../keys/composing.ts";
import { elementIcon } from "../menu/element-icon.ts";
import { searchElements } from "../menu/search-elements.ts";
import { useElements } from "../menu/use-elements.ts";
import { useSpell } from "../menu/use-spell.ts";
import { NOTE_TEXTS } from "../note/note-texts.ts";
import { useAddNote } from "../note/use-add-note.ts";
import { PALETTE_TEXTS } from "./palette-texts.ts";
import { usePaletteDrag } from "./use-palette-drag.ts";

const COMMON = ELEMENT_TYPES.filter(({ common }) => common);
const PEOPLE = COMMON.filter(({ family }) => family === "people");
const OTHERS = COMMON.filter(({ family }) => family !== "people");
const MORE = ELEMENT_TYPES.filter(({ common }) => !common);
/** So many templates stand in sight. */
const OWN_SHOWN = 8;

/**
 * What can be added, by dragging or by clicking: what most flows need, and the rest behind "More" or found by its
 * words. On a phone it comes up from below.
 */
export function Palette() {
  const t = useTexts(PALETTE_TEXTS);
  const open = useCanvasUi((state) => state.paletteOpen);
  const dragging = useCanvasUi((state) => state.drag !== null);
  const ui = useCanvasUiStore();
  const vertical = useCanvasUi((state) => state.view === "vertical");
  const own = useDesigner((state) => state.templateEffects.elements);
  const [query, setQuery] = useState("");
  const [searching, setSearching] = useState(false);
  return (
    <nav
      className="fw-palette"
      aria-label={t("palette")}
      data-open={open || undefined}
      data-dragging={dragging || undefined}
    >
      <div className="fw-palette-head">
        <p>{t(vertical ? "hintSteps" : "hint")}</p>
        <button
          type="button"
          className="fw-button fw-palette-close"
          aria-label={t("close")}
          onClick={() => ui.getState().set({ paletteOpen: false })}
        >
          <Icon name="close" />
        </button>
      </div>
      <label className="fw-palette-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onFocus={() => setSearching(true)}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            event.stopPropagation();
            if (event.key === "Escape") setQuery("");
          }}
        />
      </label>
      <div className="fw-palette-scroll">
        {searching && query.trim() !== "" ? (
          <Found query={query} />
        ) : (
          <>
            <Entries elements={PEOPLE} />
            <Entries elements={own.slice(0, OWN_SHOWN)} />
            {own.length > OWN_SHOWN && (
              <details className="fw-palette-more">
                <summary>{t("moreTemplates")}</summary>
                <Entries elements={own.slice(OWN_SHOWN)} plain />
              </details>
            )}
            <Entries elements={OTHERS} />
            <NoteEntry />
            <details className="fw-palette-more">
              <summary>{t("more")}</summary>
              <Entries elements={MORE} />
            </details>
          </>
        )}
      </div>
    </nav>
  );
}

/** A note is no step: it says something to those who read the flow. */
function NoteEntry() {
  const t = useTexts(NOTE_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const add = useAddNote(store, ui);
  return (
    <div className="fw-palette-list">
      <button type="button" className="fw-palette-item" title={t("addHint")} onClick={add}>
        <span className="fw-chip">
          <Icon name="note" size={16} />
        </span>
        <span>{t("add")}</span>
      </button>
    </div>
  );
}

/** The dictionary of pinyin is fetched once somebody searches. */
function Found({ query }: { readonly query: string }) {
  const t = useTexts(PALETTE_TEXTS);
  const spell = useSpell();
  const found = searchElements(query, useElements(), spell);
  return (
    <div role="status" aria-live="polite">
      {found.length === 0 ? (
        <p className="fw-menu-empty">{t("nothing", { query })}</p>
      ) : (
        <Entries elements={found} plain />
      )}
    </div>
  );
}

function Entries({
  elements,
  plain = false,
}: {
  readonly elements: readonly ElementType[];
  readonly plain?: boolean;
}) {
  const t = useTexts(PALETTE_TEXTS);
  const language = useDesigner((state) => state.language);
  const expert = usePreference("expert");
  const { begin, click } = usePaletteDrag();
  return (
    <div className="fw-palette-list">
      {elements.map((element, at) => (
        <div key={element.id} className="fw-palette-entry">
          {!plain && groupOf(element) !== groupOf(elements[at - 1]) && (
            <h2 className="fw-palette-group">{t(groupOf(element) ?? element.family)}</h2>
          )}
          <button
            type="button"
            className="fw-palette-item"
            title={
              expert ? `${bpmnTermOf(element)[language]} · ${element.hint[language]}` : element.hint[language]
            }
            onPointerDown={(event) => begin(element, event)}
            onClick={() => click(element)}
          >
            <span
              className="fw-chip"
              data-family={element.family}
              data-tells={element.kind === "throw" || undefined}
            >
              <Icon name={elementIcon(element)} size={16} />
            </span>
            <span>{element.name[language]}</span>
          </button>
        </div>
      ))}
    </div>
  );
}

function groupOf(element: ElementType | undefined): ElementType["family"] | "templates" | undefined {
  return element?.template ? "templates" : element?.family;
}
