import { useRef } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { edgeLabel, stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { coverageOf } from "../model/kept-scenarios.ts";
import { keepScenario, scenarioId } from "../model/scenario-edits.ts";
import type { PlayControls } from "../use-play.ts";
import { ScenarioItem } from "./ScenarioItem.tsx";
import { scenarioFromFile } from "./scenario-file.ts";
import { SCENARIO_TEXTS } from "./scenario-texts.ts";
import { useScenarioRuns } from "./use-scenario-runs.ts";

const MOST_MISSING = 8;

/** The scenarios that a flow keeps: run, open, rename, import, export; what they cover together. */
export function ScenarioList({
  play,
  onOpened,
}: {
  readonly play: PlayControls;
  readonly onOpened: () => void;
}) {
  const t = useTexts(SCENARIO_TEXTS);
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const { outcomes, running, run, cancel } = useScenarioRuns();
  const busy = running !== null;
  const input = useRef<HTMLInputElement>(null);
  const scenarios = definition.scenarios ?? [];
  const passed = [...outcomes.values()].filter(({ ok }) => ok).length;
  const importFile = async (file: File) => {
    const read = await scenarioFromFile(file);
    const state = store.getState();
    if (!read.ok) {
      return state.notify("refusal", {
        en: `This file is not a scenario: ${read.why.en}`,
        "zh-CN": `该文件不是场景：${read.why["zh-CN"]}`,
      });
    }
    const id = scenarioId(state.definition, read.scenario.id);
    state.run(keepScenario(state.definition, { ...read.scenario, id }));
  };
  return (
    <>
      {scenarios.length === 0 && (
        <div className="fw-scenario-none">
          <strong>{t("none")}</strong>
          <p className="fw-wait-quiet">{t("noneHint")}</p>
        </div>
      )}
      <div className="fw-play-tools">
        {scenarios.length > 0 && (
          <button
            type="button"
            className="fw-button fw-primary"
            disabled={busy}
            onClick={() => void run(null)}
          >
            {running ? t("running", running) : t("runAll")}
          </button>
        )}
        {busy && (
          <button type="button" className="fw-button fw-outlined" onClick={cancel}>
            {t("stop")}
          </button>
        )}
        <button
          type="button"
          className="fw-button fw-outlined"
          disabled={readOnly}
          title={readOnly ? t("readOnly") : undefined}
          onClick={() => input.current?.click()}
        >
          {t("import")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.yaml,.yml"
          aria-label={t("import")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void importFile(file);
          }}
        />
      </div>
      {outcomes.size > 0 && (
        <p className="fw-wait-quiet" role="status">
          {t("result", { passed, all: outcomes.size })}
        </p>
      )}
      <ul className="fw-scenarios">
        {scenarios.map((kept) => (
          <ScenarioItem
            key={kept.id}
            kept={kept}
            outcome={outcomes.get(kept.id)}
            busy={busy}
            onRun={() => void run(kept.id)}
            onOpen={(until, why) => {
              play.openScenario(kept, until, why);
              onOpened();
            }}
          />
        ))}
      </ul>
      {outcomes.size > 0 && outcomes.size === scenarios.length && <Covered outcomes={outcomes} />}
    </>
  );
}

/** Which lines all scenarios together have taken, and which none has. */
function Covered({ outcomes }: { readonly outcomes: ReturnType<typeof useScenarioRuns>["outcomes"] }) {
  const t = useTexts(SCENARIO_TEXTS);
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const { taken, edges, missing } = coverageOf(definition, [...outcomes.values()]);
  const index = indexOf(definition);
  const named = missing.slice(0, MOST_MISSING).map((id) => {
    const edge = index.edges.get(id)?.edge;
    if (!edge) return id;
    const label = edgeLabel(edge, lexicon);
    const way = `${stepName(index.nodes.get(edge.source)?.node, lexicon)} → ${stepName(index.nodes.get(edge.target)?.node, lexicon)}`;
    return label === "" ? way : `${way} (${label})`;
  });
  return (
    <>
      <p className="fw-wait-quiet">
        {t("coverage", { taken, all: edges })}
        <meter
          className="fw-play-meter"
          min={0}
          max={edges}
          value={taken}
          aria-label={t("coverage", { taken, all: edges })}
        />
      </p>
      {named.length > 0 && (
        <p className="fw-wait-quiet">
          {t("missing", {
            names:
              named.join(lexicon.language === "en" ? "; " : "；") +
              (missing.length > MOST_MISSING ? " …" : ""),
          })}
        </p>
      )}
    </>
  );
}
