import { type BilingualText, textOf } from "@flowright/definition";
import { useState } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { KeptScenario, ScenarioOutcome } from "../model/kept-scenarios.ts";
import { dropScenario, renameScenario } from "../model/scenario-edits.ts";
import { downloadScenario } from "./scenario-file.ts";
import { SCENARIO_TEXTS } from "./scenario-texts.ts";

/** One scenario: what came of it, where it differs, and what can be done with it. */
export function ScenarioItem({
  kept,
  outcome,
  busy,
  onRun,
  onOpen,
}: {
  readonly kept: KeptScenario;
  readonly outcome: ScenarioOutcome | undefined;
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly onOpen: (until: number | null, why: BilingualText | null) => void;
}) {
  const t = useTexts(SCENARIO_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const [renaming, setRenaming] = useState<string | null>(null);
  const name = textOf(kept.name, language) || kept.id;
  const state = outcome === undefined ? "notRun" : outcome.ok ? "passed" : "failed";
  const first = outcome?.findings[0];
  const rename = () => {
    const next = renaming?.trim() ?? "";
    if (next !== "" && next !== name) {
      const { definition, run } = store.getState();
      run(renameScenario(definition, kept.id, next, language));
    }
    setRenaming(null);
  };
  return (
    <li className="fw-scenario" data-state={state}>
      <div className="fw-scenario-head">
        {renaming === null ? (
          <strong>{name}</strong>
        ) : (
          <input
            type="text"
            aria-label={t("name")}
            value={renaming}
            // biome-ignore lint/a11y/noAutofocus: somebody asked to rename it.
            autoFocus
            onChange={(event) => setRenaming(event.target.value)}
            onBlur={rename}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.keyCode === 229) return;
              if (event.key === "Enter") rename();
              if (event.key === "Escape") setRenaming(null);
            }}
          />
        )}
        <span className="fw-scenario-state">
          <span aria-hidden="true">{state === "passed" ? "✓" : state === "failed" ? "✗" : "○"}</span>{" "}
          {t(state)}
        </span>
      </div>
      {outcome && !outcome.ok && (
        <ul className="fw-scenario-findings">
          {outcome.findings.map(({ text }) => (
            <li key={text.en}>{text[language]}</li>
          ))}
        </ul>
      )}
      <div className="fw-scenario-actions">
        <Tool icon="play" name={t("run", { name })} disabled={busy} onClick={onRun} />
        {first ? (
          <button
            type="button"
            className="fw-button fw-outlined"
            onClick={() => onOpen(first.step, first.text)}
          >
            {t("openBreak")}
          </button>
        ) : (
          <Tool icon="enter" name={t("open", { name })} onClick={() => onOpen(null, null)} />
        )}
        <Tool
          icon="rename"
          name={t("rename", { name })}
          disabled={readOnly}
          onClick={() => setRenaming(name)}
        />
        <Tool
          icon="download"
          name={t("export", { name })}
          onClick={() => downloadScenario(kept, store.getState().definition)}
        />
        <Tool
          icon="trash"
          name={t("remove", { name })}
          disabled={readOnly}
          onClick={() => {
            const { definition, run } = store.getState();
            run(dropScenario(definition, kept.id));
          }}
        />
      </div>
    </li>
  );
}

function Tool({
  icon,
  name,
  disabled = false,
  onClick,
}: {
  readonly icon: "play" | "enter" | "rename" | "download" | "trash";
  readonly name: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="fw-button"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={16} />
    </button>
  );
}
