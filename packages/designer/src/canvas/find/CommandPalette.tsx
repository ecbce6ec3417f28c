import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { isComposing } from "../keys/composing.ts";
import type { ShortcutAction } from "../keys/shortcuts.ts";
import { useSpell } from "../menu/use-spell.ts";
import type { CommandSearch } from "./command-search.ts";
import { FIND_TEXTS } from "./find-texts.ts";
import { type Choice, useCommandGroups } from "./use-command-groups.ts";

interface PaletteProps {
  readonly act: (action: ShortcutAction) => void;
  readonly search: CommandSearch | undefined;
}

/** Ctrl+K: commands, steps of this flow, and what the page knows besides, by name, pinyin or initials. */
export function CommandPalette(props: PaletteProps) {
  const open = useCanvasUi((state) => state.commandsOpen);
  return open && <Palette {...props} />;
}

function Palette({ act, search }: PaletteProps) {
  const t = useTexts(FIND_TEXTS);
  const ui = useCanvasUiStore();
  const prefix = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { groups, busy } = useCommandGroups(query, useSpell(), act, search);
  const all = groups.flatMap(({ choices }) => choices);
  const chosen = all[Math.min(at, all.length - 1)];
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const close = () => ui.getState().set({ commandsOpen: false });
  const choose = (choice: Choice) => {
    // What had the focus before has it again when the command is carried out.
    dialog.current?.close();
    choice.run();
  };
  const move = (by: number) => {
    const next = (at + by + all.length) % Math.max(1, all.length);
    setAt(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: "nearest" });
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "Escape" || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)))
      dialog.current?.close();
    else return;
    event.preventDefault();
  };
  let index = -1;
  return (
    <dialog
      ref={dialog}
      className="fw-commands"
      aria-label={t("palette")}
      onClose={close}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className="fw-menu-search">
        <Icon name="search" size={16} />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={all.length > 0 ? `${prefix}-list` : undefined}
          aria-activedescendant={chosen ? `${prefix}-${chosen.id}` : undefined}
          aria-label={t("ask")}
          placeholder={t("ask")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
        <span className="fw-menu-count" role="status">
          {busy ? t("searching") : query.trim() === "" ? "" : t("found", { count: all.length })}
        </span>
      </div>
      {all.length === 0 && !busy && <p className="fw-menu-empty">{t("nothing", { query })}</p>}
      {all.length > 0 && (
        <div
          ref={list}
          id={`${prefix}-list`}
          className="fw-menu-list"
          role="listbox"
          aria-label={t("palette")}
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list to choose from
            <div key={group.id} role="group" aria-label={group.name}>
              <div className="fw-menu-group" aria-hidden="true">
                {group.name}
              </div>
              {group.choices.map((choice) => {
                index += 1;
                const own = index;
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as a combobox does
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
                  <div
                    key={choice.id}
                    id={`${prefix}-${choice.id}`}
                    role="option"
                    aria-selected={choice === chosen}
                    className="fw-menu-item"
                    onPointerMove={() => setAt(own)}
                    onClick={() => choose(choice)}
                  >
                    <span className="fw-menu-words">
                      <span className="fw-menu-name">{choice.label}</span>
                      {choice.about !== undefined && <span className="fw-menu-hint">{choice.about}</span>}
                    </span>
                    {choice.keys !== undefined && <kbd>{choice.keys}</kbd>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      )}
    </dialog>
  );
}
