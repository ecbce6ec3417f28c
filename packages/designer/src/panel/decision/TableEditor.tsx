import { checkDecisionTable, type DecisionProblem } from "@flowright/decisions";
import type { DecisionTable } from "@flowright/definition";
import { useDeferredValue, useMemo, useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { usePanelScope } from "../property/panel-scope.ts";
import { ColumnSettings } from "./ColumnSettings.tsx";
import type { ChangeTable, Column } from "./change-table.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { RuleGrid } from "./RuleGrid.tsx";
import { TableFindings } from "./TableFindings.tsx";
import { TableHead } from "./TableHead.tsx";
import { withInput, withOutput, withRule } from "./table-edits.ts";

interface TableEditorProps {
  readonly table: DecisionTable;
  readonly onChange: ChangeTable;
  /** A table of the workspace belongs to no flow: its own columns tell the types of what it reads. */
  readonly alone?: boolean;
}

/** A decision table as a grid, with what is wrong in it marked as it is written. */
export function TableEditor({ table, onChange, alone = false }: TableEditorProps) {
  const t = useTexts(DECISION_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const { fields } = usePanelScope();
  const [column, setColumn] = useState<Column | null>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  // A large table takes a moment to be looked through: the cells go before the marks.
  const settled = useDeferredValue(table);
  const problems = useMemo(
    () => checkDecisionTable(settled, alone ? undefined : fields),
    [settled, fields, alone],
  );
  const marks = useMemo(() => marksOf(problems), [problems]);
  return (
    <div className="fw-table">
      <TableHead table={table} onChange={onChange} alone={alone} />
      <div className="fw-table-scroll">
        <RuleGrid
          table={table}
          marks={marks}
          shown={shown}
          column={column}
          onColumn={setColumn}
          onChange={onChange}
        />
      </div>
      <span className="fw-panel-buttons">
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly}
          onClick={() => onChange(withRule(table, table.rules.length - 1))}
        >
          + {t("addRule")}
        </button>
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly}
          onClick={() => {
            onChange(withInput(table));
            setColumn({ side: "when", at: table.inputs.length });
          }}
        >
          + {t("addInput")}
        </button>
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly}
          onClick={() => {
            onChange(withOutput(table));
            setColumn({ side: "then", at: table.outputs.length });
          }}
        >
          + {t("addOutput")}
        </button>
      </span>
      <p className="fw-form-help">{t("cellsHelp")}</p>
      {column && <ColumnSettings table={table} column={column} onColumn={setColumn} onChange={onChange} />}
      <TableFindings table={table} problems={problems} onShow={setShown} onChange={onChange} />
    </div>
  );
}

/** Problems by their place in the table; the worst of a place counts. */
function marksOf(problems: readonly DecisionProblem[]): ReadonlyMap<string, DecisionProblem> {
  const marks = new Map<string, DecisionProblem>();
  for (const problem of problems) {
    const known = marks.get(problem.path);
    if (!known || (known.severity === "warning" && problem.severity === "error")) {
      marks.set(problem.path, problem);
    }
  }
  return marks;
}
