import type { DecisionProblem } from "@flowright/decisions";
import type { DecisionTable } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { ChangeTable } from "./change-table.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { cellFor, withRule } from "./table-edits.ts";

/** What the rules leave out, say twice or contradict; a gap is closed with one click, an overlap shows its rules. */
export function TableFindings(props: {
  readonly table: DecisionTable;
  readonly problems: readonly DecisionProblem[];
  readonly onShow: (rules: ReadonlySet<string>) => void;
  readonly onChange: ChangeTable;
}) {
  const { table, problems, onShow } = props;
  const t = useTexts(DECISION_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const addRuleFor = (example: NonNullable<DecisionProblem["example"]>) => {
    const cells = Object.fromEntries(
      table.inputs.flatMap(({ id, type }) =>
        Object.hasOwn(example, id) ? [[id, cellFor(example[id], type)]] : [],
      ),
    );
    props.onChange(withRule(table, table.rules.length - 1, cells));
  };
  return (
    <section className="fw-table-findings" aria-label={t("findings")}>
      <h3>{t("findings")}</h3>
      {problems.length === 0 && <p className="fw-form-help">{t("noFindings")}</p>}
      <ul>
        {problems.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may have the same problem twice.
          <li key={`${problem.code} ${problem.path} ${at}`} data-severity={problem.severity}>
            <span>
              {problem.message[language]} <span className="fw-panel-fix">{problem.fix[language]}</span>
            </span>
            {problem.code === "decision.gap" && problem.example && (
              <button
                type="button"
                className="fw-form-button"
                disabled={readOnly}
                onClick={() => problem.example && addRuleFor(problem.example)}
              >
                {t("addRuleFor")}
              </button>
            )}
            {(problem.rules?.length ?? 0) > 0 && (
              <button type="button" className="fw-form-button" onClick={() => onShow(new Set(problem.rules))}>
                {t("showRules")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
