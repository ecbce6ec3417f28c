import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { inDesigner } from "../at-hand.ts";
import { type OpenActions, useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { keysOf } from "../keys/keys-of.ts";
import type { ShortcutAction } from "../keys/shortcuts.ts";
import { useLexicon } from "../use-lexicon.ts";
import { CONTEXT_TEXTS } from "./context-texts.ts";
import { menuItems } from "./menu-items.ts";

/** The menu of a right click, a long press or Shift+F10: the actions of the table that apply. */
export function ActionMenu() {
  const open = useCanvasUi((state) => state.actions);
  return open && <Menu key={`${open.at.x}:${open.at.y}`} open={open} />;
}

function Menu({ open }: { readonly open: OpenActions }) {
  const t = useTexts(CONTEXT_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const lexicon = useLexicon();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const selection = useDesigner((state) => state.selection);
  const readOnly = useDesigner((state) => state.readOnly);
  const box = useRef<HTMLDivElement>(null);
  const cameFrom = useRef(document.activeElement as HTMLElement | null);
  const parts = menuItems(definition, selection, open.sort, readOnly);
  const node = indexOf(definition).nodes.get(selection[0] ?? "")?.node;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(open.at.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(open.at.y, window.innerHeight - height - 8))}px`;
    items(element)[0]?.focus({ preventScroll: true });
  }, [open.at]);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as globalThis.Node)) ui.getState().set({ actions: null });
    };
    window.addEventListener("pointerdown", outside, true);
    return () => window.removeEventListener("pointerdown", outside, true);
  }, [ui]);

  const leave = () => {
    ui.getState().set({ actions: null });
    const id = store.getState().selection[0];
    const step = id === undefined ? null : inDesigner(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    (step ?? cameFrom.current)?.focus({ preventScroll: true });
  };
  const choose = (action: ShortcutAction) => {
    leave();
    ui.getState().act?.(action);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(box.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to !== undefined) all[to]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") leave();
    else if (event.key !== "Enter" && event.key !== " ") {
      event.stopPropagation();
      return;
    } else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className="fw-menu fw-actions"
      role="menu"
      tabIndex={-1}
      aria-label={t(open.sort, { name: stepName(node, lexicon) })}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {parts.map((part) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a menu
        <div key={part[0]?.action} role="group" className="fw-actions-part">
          {part.map((shortcut) => (
            <button
              key={shortcut.action}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => choose(shortcut.action)}
            >
              <span>{shortcut.label[language]}</span>
              <span className="fw-actions-key" aria-hidden="true">
                {keysOf(shortcut)}
              </span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
