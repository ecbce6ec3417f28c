import type { Node } from "@flowright/definition";
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { settingWords } from "../../diagram/words/setting-words.ts";
import { lostFields } from "../../model/command/replace/lost-fields.ts";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { OpenMenu } from "../canvas-ui.ts";
import { bpmnTermOf } from "../coach/bpmn-terms.ts";
import { remember, usePreference } from "../coach/preferences.ts";
import { isComposing } from "../keys/composing.ts";
import { useComingBox } from "../preview/use-coming-box.ts";
import { useMenuPreview } from "../preview/use-menu-preview.ts";
import { allowedElements } from "./allowed-elements.ts";
import { elementIcon } from "./element-icon.ts";
import { MENU_TEXTS } from "./menu-texts.ts";
import { ownBoxOf } from "./own-box.ts";
import { placeBeside } from "./place-beside.ts";
import { searchElements } from "./search-elements.ts";
import { useElements } from "./use-elements.ts";
import { useSpell } from "./use-spell.ts";

/** The menu of steps at the pointer: type to search, arrows and Enter to choose, Esc to leave. */
export function StepMenu({
  menu,
  onChoose,
  onClose,
}: {
  readonly menu: OpenMenu;
  readonly onChoose: (element: ElementType) => void;
  readonly onClose: () => void;
}) {
  const definition = useDesigner((state) => state.definition);
  const language = useDesigner((state) => state.language);
  const t = useTexts(MENU_TEXTS);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [own] = useState(() => ownBoxOf(menu.purpose));
  const list = useRef<HTMLDivElement>(null);
  const spell = useSpell();
  const elements = useElements();
  const matching = searchElements(query, allowedElements(definition, menu.purpose, elements), spell);
  const recentIds = usePreference("recentElements");
  const expert = usePreference("expert");
  const recent = query === "" ? recentIds.flatMap((id) => matching.find((each) => each.id === id) ?? []) : [];
  const others = query === "" ? commonFirst(matching) : matching;
  const found = [...recent, ...others.filter((element) => !recent.includes(element))];
  const replaced =
    menu.purpose.type === "replace" ? indexOf(definition).nodes.get(menu.purpose.node)?.node : undefined;
  const groupAt = (index: number) => {
    if (index < 0) return "";
    return index < recent.length ? "recent" : groupOf(found[index]);
  };
  const take = useCallback(
    (element: ElementType) => {
      remember("recentElements", element.id);
      onChoose(element);
    },
    [onChoose],
  );
  const chosen = found[Math.min(at, found.length - 1)];
  useMenuPreview(menu.purpose, chosen);
  const comingBoxOf = useComingBox();
  // Where the first choice would stand: others stand nearly there, and a menu that moves under the pointer is worse.
  const [coming] = useState(() => (chosen ? comingBoxOf(menu.purpose, chosen) : null));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const place = placeBeside(
      menu.at,
      { width, height },
      { width: window.innerWidth, height: window.innerHeight },
      own,
      coming,
    );
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    // No taller than it is now, as fewer lines make it lower and more must not cover the step.
    element.style.maxHeight = `${place.height}px`;
  }, [menu.at, own, coming]);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as globalThis.Node)) onClose();
    };
    window.addEventListener("pointerdown", outside, true);
    return () => window.removeEventListener("pointerdown", outside, true);
  }, [onClose]);

  // Whoever types faster than the dictionary comes gets what they asked for as soon as it is there.
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (asked && spell && chosen) take(chosen);
  }, [asked, spell, chosen, take]);

  const move = (by: number) => {
    const next = (at + by + found.length) % Math.max(found.length, 1);
    setAt(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: "nearest" });
  };

  return (
    <div ref={box} className="fw-menu" role="dialog" aria-label={t(menu.purpose.type)}>
      <div className="fw-menu-search">
        <Icon name="search" size={16} />
        <input
          // biome-ignore lint/a11y/noAutofocus: the menu opens to be typed into
          autoFocus
          type="text"
          role="combobox"
          aria-expanded={chosen !== undefined}
          aria-controls={chosen ? listId : undefined}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAsked(false);
            setAt(0);
          }}
          onKeyDown={(event) => {
            // While a Chinese word is being composed, Enter and the arrows belong to the input method.
            if (isComposing(event)) return;
            event.stopPropagation();
            if (event.key === "ArrowDown") move(1);
            else if (event.key === "ArrowUp") move(-1);
            else if (event.key === "Enter" && chosen) take(chosen);
            else if (event.key === "Enter" && !spell) setAsked(true);
            else if (event.key === "Escape") onClose();
            else return;
            event.preventDefault();
          }}
        />
        <span className="fw-menu-count" role="status">
          {query ? t("found", { count: found.length }) : menu.purpose.type === "replace" ? t("keeps") : ""}
        </span>
      </div>
      {chosen ? (
        <div ref={list} id={listId} className="fw-menu-list" role="listbox" aria-label={t(menu.purpose.type)}>
          {found.map((element, index) => (
            <div key={element.id} role="presentation">
              {query === "" && groupAt(index) !== groupAt(index - 1) && (
                <div className="fw-menu-group" role="presentation">
                  {t(groupAt(index) || "more")}
                </div>
              )}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as a combobox does */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys */}
              <div
                id={`${listId}-${element.id}`}
                role="option"
                aria-selected={element === chosen}
                className="fw-menu-item"
                onPointerMove={() => setAt(index)}
                onClick={() => take(element)}
              >
                <span
                  className="fw-chip"
                  data-family={element.family}
                  data-tells={element.kind === "throw" || undefined}
                >
                  <Icon name={elementIcon(element)} size={16} />
                </span>
                <span className="fw-menu-words">
                  <span className="fw-menu-name">{element.name[language]}</span>
                  <span className="fw-menu-hint">{element.hint[language]}</span>
                  {expert && <span className="fw-menu-term">{bpmnTermOf(element)[language]}</span>}
                  {replaced && <Loses node={replaced} element={element} />}
                </span>
              </div>
            </div>
          ))}
        </div>
      ) : (
        <p className="fw-menu-empty">{t("nothing", { query })}</p>
      )}
    </div>
  );
}

/** What a step would lose by becoming this; its name and its lines always stay. */
function Loses({ node, element }: { readonly node: Node; readonly element: ElementType }) {
  const t = useTexts(MENU_TEXTS);
  const language = useDesigner((state) => state.language);
  const lost = lostFields(node, element);
  if (lost.length === 0) return null;
  return <span className="fw-menu-loses">{t("loses", { what: settingWords(lost)[language] })}</span>;
}

/** What most flows need stands first, family by family; then templates of the workspace; the rest below. */
function commonFirst(elements: readonly ElementType[]): readonly ElementType[] {
  const at = ({ common, template }: ElementType) => (common ? 0 : template ? 1 : 2);
  return [...elements].sort((one, other) => at(one) - at(other));
}

function groupOf(element: ElementType | undefined): ElementType["family"] | "templates" | "more" | "" {
  if (!element) return "";
  if (element.template) return "templates";
  return element.common ? element.family : "more";
}
