import { useLayoutEffect, useRef, useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { preferences, usePreference } from "../coach/preferences.ts";
import { fitOf, searchable } from "../find/found-words.ts";
import { useSpell } from "../menu/use-spell.ts";
import { isComposing } from "./composing.ts";
import { keysOf } from "./keys-of.ts";
import { SHEET_TEXTS } from "./sheet-texts.ts";
import { isCharacterKey } from "./shortcut-for.ts";
import { SHORTCUTS } from "./shortcuts.ts";

/** All keys of the designer, out of the same table that handles them, with what can be set about them. */
export function ShortcutSheet() {
  const open = useCanvasUi((state) => state.shortcutsOpen);
  const ui = useCanvasUiStore();
  const t = useTexts(SHEET_TEXTS);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = () => ui.getState().set({ shortcutsOpen: false });
  return (
    <dialog ref={dialog} className="fw-sheet" aria-label={t("title")} onClose={close}>
      <header>
        <h2>{t("title")}</h2>
        <button type="button" className="fw-button" aria-label={t("close")} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {open && <Keys />}
      {open && <Settings onTips={close} />}
    </dialog>
  );
}

function Keys() {
  const t = useTexts(SHEET_TEXTS);
  const language = useDesigner((state) => state.language);
  const letterKeys = usePreference("letterKeys");
  const spell = useSpell();
  const [query, setQuery] = useState("");
  const found = SHORTCUTS.filter(
    (shortcut) =>
      query.trim() === "" ||
      keysOf(shortcut).toLowerCase() === query.trim().toLowerCase() ||
      fitOf(
        [shortcut.label.en, shortcut.label["zh-CN"]].flatMap((words) => searchable(words, spell)),
        query,
      ) !== null,
  );
  return (
    <>
      <label className="fw-palette-search fw-sheet-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== "Escape" || query === "") return;
            event.preventDefault();
            event.stopPropagation();
            setQuery("");
          }}
        />
        <span className="fw-menu-count" role="status">
          {query.trim() === "" ? "" : t("found", { count: found.length })}
        </span>
      </label>
      {found.length === 0 && <p className="fw-menu-empty">{t("nothing", { query })}</p>}
      <dl>
        {found.map((shortcut) => {
          const off = isCharacterKey(shortcut) && !letterKeys;
          return (
            <div key={`${shortcut.action}-${keysOf(shortcut)}`} data-off={off || undefined}>
              <dt>{shortcut.label[language]}</dt>
              <dd>
                {off && <span>{t("off")} </span>}
                <kbd>{keysOf(shortcut)}</kbd>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Settings({ onTips }: { readonly onTips: () => void }) {
  const t = useTexts(SHEET_TEXTS);
  const tipsDone = usePreference("tipsDone");
  return (
    <section className="fw-sheet-settings" aria-label={t("settings")}>
      <Switch setting="letterKeys" help="letterKeysHelp" />
      <Switch setting="expert" help="expertHelp" />
      {tipsDone && (
        <button
          type="button"
          className="fw-button"
          onClick={() => {
            preferences.setState({ tipsDone: false });
            onTips();
          }}
        >
          {t("tips")}
        </button>
      )}
    </section>
  );
}

function Switch({
  setting,
  help,
}: {
  readonly setting: "letterKeys" | "expert";
  readonly help: "letterKeysHelp" | "expertHelp";
}) {
  const t = useTexts(SHEET_TEXTS);
  const on = usePreference(setting);
  return (
    <label className="fw-sheet-switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={(event) => preferences.setState({ [setting]: event.target.checked })}
      />
      <span>
        <strong>{t(setting)}</strong>
        <small>{t(help)}</small>
      </span>
    </label>
  );
}
