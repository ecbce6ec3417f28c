import type { DecisionInput, DecisionOutput, DecisionTable } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { ValueProperty } from "../value/ValueProperty.tsx";
import type { ChangeTable, Column } from "./change-table.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { movedColumn, withoutColumn } from "./table-edits.ts";
import { ValuesProperty } from "./ValuesProperty.tsx";

type ColumnType = DecisionInput["type"];

const TYPES: readonly ColumnType[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "date",
  "date-time",
  "time",
  "duration",
  "money",
];

interface ColumnSettingsProps {
  readonly table: DecisionTable;
  readonly column: Column;
  readonly onColumn: (column: Column | null) => void;
  readonly onChange: ChangeTable;
}

/** What one column looks at or gives, of which type, and which values it may have. */
export function ColumnSettings(props: ColumnSettingsProps) {
  const { table, column } = props;
  const t = useTexts(DECISION_TEXTS);
  const input = column.side === "when" ? table.inputs[column.at] : undefined;
  const output = column.side === "then" ? table.outputs[column.at] : undefined;
  if (!input && !output) return null;
  const name = t(column.side === "when" ? "input" : "result", { n: column.at + 1 });
  return (
    <fieldset className="fw-panel-card fw-table-column" aria-label={t("column", { name })}>
      <legend>{name}</legend>
      {input && <InputFields {...props} input={input} />}
      {output && <OutputFields {...props} output={output} />}
      <ColumnTools {...props} />
    </fieldset>
  );
}

type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The column with a change; what is undefined is taken away. */
function changed<T extends object>(column: T, change: Change<T>): T {
  const entries = Object.entries({ ...column, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

function InputFields({ table, column, onChange, input }: ColumnSettingsProps & { input: DecisionInput }) {
  const t = useTexts(DECISION_TEXTS);
  const at = `/inputs/${column.at}`;
  const write = (change: Change<DecisionInput>, typing?: string) =>
    onChange(
      { ...table, inputs: table.inputs.with(column.at, changed(input, change)) },
      typing && `input-${column.at}-${typing}`,
    );
  return (
    <>
      <BilingualProperty
        label={t("label")}
        at={`${at}/label`}
        value={input.label}
        onChange={(label) => write({ label }, "label")}
      />
      <ValueProperty
        label={t("expression")}
        at={`${at}/expression`}
        value={input.expression}
        onChange={(expression, typing) => write({ expression: expression ?? "null" }, typing && "expression")}
      />
      <TypeChoice at={`${at}/type`} type={input.type} onChange={(type) => write({ type })} />
      <ValuesProperty
        label={t("values")}
        at={`${at}/values`}
        help={t("valuesHelp")}
        type={input.type}
        ranges
        values={input.values}
        onChange={(values) => write({ values }, "values")}
      />
    </>
  );
}

function OutputFields({ table, column, onChange, output }: ColumnSettingsProps & { output: DecisionOutput }) {
  const t = useTexts(DECISION_TEXTS);
  const at = `/outputs/${column.at}`;
  const write = (change: Change<DecisionOutput>, typing?: string) =>
    onChange(
      { ...table, outputs: table.outputs.with(column.at, changed(output, change)) },
      typing && `output-${column.at}-${typing}`,
    );
  return (
    <>
      <BilingualProperty
        label={t("label")}
        at={`${at}/label`}
        value={output.label}
        onChange={(label) => write({ label }, "label")}
      />
      <TextProperty
        label={t("outputName")}
        at={`${at}/name`}
        value={output.name}
        onChange={(name) => write({ name }, "name")}
      />
      <TypeChoice at={`${at}/type`} type={output.type} onChange={(type) => write({ type })} />
      <ValuesProperty
        label={t("outputValues")}
        at={`${at}/values`}
        help={t("outputValuesHelp")}
        type={output.type}
        values={output.values}
        onChange={(values) => write({ values: Array.isArray(values) ? values : undefined }, "values")}
      />
      <ValueProperty
        label={t("defaultResult")}
        at={`${at}/default`}
        type={output.type}
        value={output.default}
        onChange={(value, typing) => write({ default: value }, typing && "default")}
      />
    </>
  );
}

function TypeChoice(props: { at: string; type: ColumnType; onChange: (type: ColumnType) => void }) {
  const t = useTexts(DECISION_TEXTS);
  return (
    <ChoiceProperty<ColumnType>
      label={t("type")}
      at={props.at}
      value={props.type}
      choices={TYPES.map((value) => ({ value, title: t(value) }))}
      onChange={props.onChange}
    />
  );
}

function ColumnTools({ table, column, onColumn, onChange }: ColumnSettingsProps) {
  const t = useTexts(DECISION_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const count = column.side === "when" ? table.inputs.length : table.outputs.length;
  const move = (by: -1 | 1) => {
    onChange(movedColumn(table, column.side, column.at, by));
    onColumn({ side: column.side, at: column.at + by });
  };
  return (
    <span className="fw-panel-buttons">
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly || column.at === 0}
        onClick={() => move(-1)}
      >
        ← {t("left")}
      </button>
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly || column.at === count - 1}
        onClick={() => move(1)}
      >
        {t("right")} →
      </button>
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly || count === 1}
        onClick={() => {
          onChange(withoutColumn(table, column.side, column.at));
          onColumn(null);
        }}
      >
        {t("removeColumn")}
      </button>
    </span>
  );
}
