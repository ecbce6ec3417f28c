import { useId, useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { KeptScenario } from "../model/kept-scenarios.ts";
import { keepScenario, scenarioId } from "../model/scenario-edits.ts";
import { outcomeOf, scenarioOf } from "../model/scenario-of.ts";
import { currentOf, type Session } from "../model/session.ts";
import { SCENARIO_TEXTS } from "./scenario-texts.ts";

/** Keeps what was played as a scenario, with what must come of it again. */
export function SaveScenario({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}) {
  const t = useTexts(SCENARIO_TEXTS);
  const id = useId();
  const lexicon = useLexicon();
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const [name, setName] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const outcome = outcomeOf(session);
  const variables = currentOf(session)?.cases[0]?.view.variables ?? {};
  if (!outcome) return null;
  const { nodes } = indexOf(session.definition);
  const comma = language === "en" ? ", " : "、";
  const names = (ids: readonly string[]) =>
    ids.map((each) => stepName(nodes.get(each)?.node, lexicon)).join(comma);
  const chosen = (key: string) => !left.has(key);
  const visited = outcome.visited.filter((each) => !UNSEEN.has(nodes.get(each)?.node.kind ?? ""));
  const fields = Object.entries(variables).filter(([, value]) => value !== null && typeof value !== "object");
  const rows = [
    { key: "status", text: t("status", { status: t(outcome.status as "active") }) },
    ...(outcome.waiting.length > 0
      ? [{ key: "waiting", text: t("waiting", { names: names(outcome.waiting) }) }]
      : []),
    ...(visited.length > 0 ? [{ key: "visited", text: t("visited", { names: names(visited) }) }] : []),
    ...fields.map(([field, value]) => ({
      key: `= ${field}`,
      text: t("variable", { name: lexicon.field(field), value: String(value) }),
    })),
  ];
  const save = () => {
    const definition = store.getState().definition;
    const kept = fields.filter(([field]) => chosen(`= ${field}`));
    const scenario = scenarioOf(session, {
      id: scenarioId(definition, name),
      name: { en: name.trim(), "zh-CN": name.trim() },
      expect: {
        ...(chosen("status") ? { status: outcome.status as "active" } : {}),
        ...(outcome.waiting.length > 0 && chosen("waiting") ? { waiting: outcome.waiting } : {}),
        ...(visited.length > 0 && chosen("visited") ? { visited } : {}),
        ...(kept.length > 0 ? { variables: Object.fromEntries(kept) } : {}),
      },
    });
    if (!scenario) return;
    // A scenario is plain JSON, which is how the flow keeps it.
    const plain = JSON.parse(JSON.stringify(scenario)) as KeptScenario;
    if (!store.getState().run(keepScenario(definition, plain)).ok) return;
    store.getState().notify("info", {
      en: `“${name.trim()}” is saved.`,
      "zh-CN": `已保存“${name.trim()}”。`,
    });
    onClose();
  };
  return (
    <form
      className="fw-scenario-save"
      aria-label={t("save")}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") save();
      }}
    >
      <p className="fw-wait-quiet">{t("saveLead")}</p>
      <label className="fw-value">
        <span>{t("name")}</span>
        <input
          type="text"
          required
          maxLength={120}
          placeholder={t("nameExample")}
          value={name}
          // biome-ignore lint/a11y/noAutofocus: the form opens because somebody asked for it.
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <fieldset className="fw-values">
        <legend>{t("expects")}</legend>
        {rows.map(({ key, text }) => (
          <label key={key} className="fw-check" htmlFor={`${id}-${key}`}>
            <input
              id={`${id}-${key}`}
              type="checkbox"
              checked={chosen(key)}
              onChange={() => {
                const next = new Set(left);
                if (!next.delete(key)) next.add(key);
                setLeft(next);
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <div className="fw-wait-actions">
        <button type="button" className="fw-button fw-outlined" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="submit" className="fw-button fw-primary" disabled={name.trim() === ""}>
          {t("done")}
        </button>
      </div>
    </form>
  );
}

/** What people do not call a step. */
const UNSEEN: ReadonlySet<string> = new Set(["exclusive", "parallel", "inclusive", "complex", "eventBased"]);
