import type { DecisionProblem } from "@flowright/decisions";
import { type DecisionTable, textOf } from "@flowright/definition";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { isComposing } from "../../canvas/keys/composing.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import type { ChangeTable, Column } from "./change-table.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { movedRule, type Side, withCell, withCells, withNote, withoutRule } from "./table-edits.ts";

interface RuleGridProps {
  readonly table: DecisionTable;
  /** Problems by their place in the table. */
  readonly marks: ReadonlyMap<string, DecisionProblem>;
  /** Ids of the rules that somebody asked to see. */
  readonly shown: ReadonlySet<string>;
  readonly column: Column | null;
  readonly onColumn: (column: Column | null) => void;
  readonly onChange: ChangeTable;
}

/** The rules as rows: conditions on the left, results on the right. Enter and the arrows go up and down. */
export function RuleGrid(props: RuleGridProps) {
  const { table, marks, shown, onChange } = props;
  const t = useTexts(DECISION_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const grid = useRef<HTMLTableElement>(null);
  const columns = columnsOf(table);
  // An overlap is told at one rule and concerns all that it names.
  const ofRule = new Map([...marks.values()].flatMap((mark) => (mark.rules ?? []).map((id) => [id, mark])));
  const go = (event: KeyboardEvent<HTMLInputElement>, rule: number, cell: number) => {
    if (isComposing(event)) return;
    const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const next = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${rule + by}:${cell}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <table ref={grid} className="fw-rules">
      <thead>
        <tr>
          <th scope="col" className="fw-rules-number">
            <span className="fw-form-spoken">{t("rule", { n: "" })}</span>
          </th>
          {columns.map((column) => (
            <ColumnHead key={`${column.side} ${column.at}`} {...props} own={column} />
          ))}
          <th scope="col">{t("note")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {table.rules.map((rule, at) => {
          const name = t("rule", { n: at + 1 });
          const mark = marks.get(`/rules/${at}`) ?? ofRule.get(rule.id);
          return (
            <tr key={rule.id} data-shown={shown.has(rule.id) || undefined} data-severity={mark?.severity}>
              <th scope="row" className="fw-rules-number" title={mark?.message[language]}>
                {at + 1}
              </th>
              {columns.map(({ side, at: place }, cell) => (
                <Cell
                  key={`${side} ${place}`}
                  label={t("cell", { rule: at + 1, column: columnName(table, side, place, language) })}
                  place={`${at}:${cell}`}
                  side={side}
                  text={rule[side][place] ?? ""}
                  mark={marks.get(`/rules/${at}/${side}/${place}`)}
                  onKeyDown={(event) => go(event, at, cell)}
                  onText={(text) =>
                    onChange(withCell(table, { rule: at, side, column: place }, text), `${rule.id}-${cell}`)
                  }
                  onRows={(rows) => onChange(withCells(table, { rule: at, side, column: place }, rows))}
                />
              ))}
              <td>
                <input
                  className="fw-rules-cell fw-rules-note"
                  aria-label={t("cell", { rule: at + 1, column: t("note") })}
                  value={textOf(rule.note, language)}
                  readOnly={readOnly}
                  onChange={(event) =>
                    onChange(withNote(table, at, event.target.value, language), `${rule.id}-note`)
                  }
                />
              </td>
              <td className="fw-rules-tools">
                <button
                  type="button"
                  className="fw-form-icon"
                  disabled={readOnly || at === 0}
                  aria-label={p("moveUp", { name })}
                  onClick={() => onChange(movedRule(table, at, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="fw-form-icon"
                  disabled={readOnly || at === table.rules.length - 1}
                  aria-label={p("moveDown", { name })}
                  onClick={() => onChange(movedRule(table, at, 1))}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="fw-form-icon"
                  disabled={readOnly}
                  aria-label={p("removeOf", { name })}
                  onClick={() => onChange(withoutRule(table, at))}
                >
                  ×
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function columnsOf(table: DecisionTable): Column[] {
  return [
    ...table.inputs.map((_, at) => ({ side: "when" as const, at })),
    ...table.outputs.map((_, at) => ({ side: "then" as const, at })),
  ];
}

function columnName(table: DecisionTable, side: Side, at: number, language: "en" | "zh-CN"): string {
  const input = side === "when" ? table.inputs[at] : undefined;
  const output = side === "then" ? table.outputs[at] : undefined;
  return textOf(input?.label ?? output?.label, language) || input?.expression || output?.name || "";
}

function ColumnHead({ table, marks, column, onColumn, own }: RuleGridProps & { own: Column }) {
  const t = useTexts(DECISION_TEXTS);
  const language = useDesigner((state) => state.language);
  const type = own.side === "when" ? table.inputs[own.at]?.type : table.outputs[own.at]?.type;
  const prefix = own.side === "when" ? `/inputs/${own.at}` : `/outputs/${own.at}`;
  const mark = [...marks].find(([path]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];
  const selected = column?.side === own.side && column.at === own.at;
  return (
    <th scope="col" data-side={own.side} data-severity={mark?.severity} title={mark?.message[language]}>
      <button
        type="button"
        className="fw-rules-column"
        aria-pressed={selected}
        onClick={() => onColumn(selected ? null : own)}
      >
        <span className="fw-rules-side">{t(own.side)}</span>
        <span className="fw-rules-name">{columnName(table, own.side, own.at, language)}</span>
        {type && <span className="fw-rules-type">{t(type)}</span>}
      </button>
    </th>
  );
}

function Cell(props: {
  readonly label: string;
  readonly place: string;
  readonly side: Side;
  readonly text: string;
  readonly mark: DecisionProblem | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onText: (text: string) => void;
  readonly onRows: (rows: string[][]) => void;
}) {
  const t = useTexts(DECISION_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const { mark } = props;
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (readOnly || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    props.onRows(text.split(/\r?\n/).map((row) => row.split("\t")));
  };
  return (
    <td data-side={props.side}>
      <input
        className="fw-rules-cell"
        data-cell={props.place}
        aria-label={props.label}
        aria-invalid={mark?.severity === "error" || undefined}
        data-severity={mark?.severity}
        title={mark ? `${mark.message[language]} ${mark.fix[language]}` : undefined}
        placeholder={props.side === "when" ? t("any_") : undefined}
        value={props.text === "-" ? "" : props.text}
        readOnly={readOnly}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={props.onKeyDown}
        onPaste={paste}
        autoComplete="off"
        spellCheck={false}
      />
    </td>
  );
}
