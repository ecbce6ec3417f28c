import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Language } from "../../model/designer-options.ts";
import { PANEL_TEXTS } from "../../panel/panel-texts.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PLAY_TEXTS } from "../play-texts.ts";

/** A task as the person who has it meets it: in either language, as wide as a screen or a phone. */
export function AssigneeView({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: (language: Language) => ReactNode;
}) {
  const t = useTexts(PLAY_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const own = useDesigner((state) => state.language);
  const [language, setLanguage] = useState<Language>(own);
  const [phone, setPhone] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="fw-panel-drawer fw-assignee"
      aria-label={title}
      onClose={onClose}
      // The canvas listens for keys on the document; what is typed here is not for it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2>{title}</h2>
        <span className="fw-assignee-choices">
          <Choice chosen={language === "en"} onChoose={() => setLanguage("en")}>
            {t("inEnglish")}
          </Choice>
          <Choice chosen={language === "zh-CN"} onChoose={() => setLanguage("zh-CN")}>
            {t("inChinese")}
          </Choice>
          <Choice chosen={!phone} onChoose={() => setPhone(false)}>
            {t("desktop")}
          </Choice>
          <Choice chosen={phone} onChoose={() => setPhone(true)}>
            {t("phone")}
          </Choice>
          <button type="button" className="fw-form-button" onClick={() => dialog.current?.close()}>
            {p("close")}
          </button>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by the keyboard. */}
      <div className="fw-assignee-frame" data-phone={phone || undefined} lang={language} tabIndex={0}>
        {children(language)}
      </div>
    </dialog>
  );
}

function Choice({
  chosen,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="fw-form-button" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}
