import type { Problem } from "@flowright/definition";
import { useReactFlow } from "@xyflow/react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { pathTo } from "../../model/walk/path-to.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { useLexicon } from "../use-lexicon.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";
import { isFinding } from "./repair-of.ts";
import { useAllowedFixes } from "./use-allowed-fixes.ts";
import { useGoToProblem } from "./use-go-to-problem.ts";
import { useShowExample } from "./use-show-example.ts";

/** One problem: choosing it leads to the step and the field; beside it what mends it at once. */
export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const t = useTexts(PROBLEM_TEXTS);
  const definition = useDesigner((state) => state.definition);
  const language = useDesigner((state) => state.language);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const lexicon = useLexicon();
  const goTo = useGoToProblem();
  const show = useShowExample();
  const index = indexOf(definition);
  const id = problem.node ?? null;
  const step = id === null ? undefined : index.nodes.get(id)?.node;
  const edge = id === null ? undefined : index.edges.get(id)?.edge;
  const place = step
    ? stepName(step, lexicon)
    : edge
      ? `${stepName(index.nodes.get(edge.source)?.node, lexicon)} → ${stepName(index.nodes.get(edge.target)?.node, lexicon)}`
      : t("flow");
  const { fixes, refusal } = useAllowedFixes(problem);

  const showGhosts = () => {
    if (!step) return;
    const edges = pathTo(definition, step.id);
    store.getState().select([step.id]);
    void flow.fitView({
      nodes: [...(edges ?? []).flatMap((each) => index.edges.get(each)?.edge.source ?? []), step.id].map(
        (each) => ({
          id: each,
        }),
      ),
      padding: 0.3,
      maxZoom: 1,
      duration: 200,
    });
    ui.getState().set({ ghost: { edges: edges ?? [], stuckAt: step.id, serial: Date.now() } });
  };

  return (
    <li className="fw-problem" data-severity={problem.severity}>
      <button type="button" className="fw-problem-words" onClick={() => goTo(problem)}>
        <span className="fw-problem-place">
          <Icon name="warning" size={14} />
          <span className="fw-hidden">{t(problem.severity)}</span>
          {place}
        </span>
        <span className="fw-problem-message">{problem.message[language]}</span>
        <span className="fw-problem-fix">{problem.fix[language]}</span>
        {refusal && <span className="fw-problem-fix">{refusal.message[language]}</span>}
      </button>
      <span className="fw-problem-actions">
        {isFinding(problem) && problem.moves.length > 0 && (
          <button type="button" className="fw-button" onClick={() => show(problem)}>
            <Icon name="play" size={14} />
            <span>{t("show")}</span>
          </button>
        )}
        {problem.code === "gateway.no-default" && (
          <button type="button" className="fw-button" onClick={showGhosts}>
            <Icon name="play" size={14} />
            <span>{t("show")}</span>
          </button>
        )}
        {fixes.map((fix, at) => (
          <button
            key={fix.text}
            type="button"
            className={at === 0 ? "fw-button fw-primary" : "fw-button"}
            onClick={() => {
              ui.getState().set({ ghost: null, example: null });
              store.getState().run(fix.command);
            }}
          >
            {t(fix.text, fix.params && { name: fix.params[language] })}
          </button>
        ))}
      </span>
    </li>
  );
}
