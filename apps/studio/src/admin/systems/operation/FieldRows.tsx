import type { OperationParameter } from "@flowright/client";
import { ActionIcon, Button, Checkbox, Select, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { type FieldRow, type Missing, newKey } from "../system-form.ts";
import { useSystemsTexts } from "../texts.ts";

const TYPES = {
  string: "typeString",
  number: "typeNumber",
  boolean: "typeBoolean",
  object: "typeObject",
  array: "typeArray",
} as const;
const PLACES = { path: "inPath", query: "inQuery", body: "inBody" } as const;

interface FieldRowsProps {
  readonly kind: "parameters" | "results";
  readonly rows: readonly FieldRow[];
  readonly missing: ReadonlySet<Missing>;
  onChange(rows: readonly FieldRow[]): void;
}

/** What an operation takes, or what it gives. */
export function FieldRows({ kind, rows, missing, onChange }: FieldRowsProps) {
  const t = useSystemsTexts();
  const change = (key: number, next: Partial<FieldRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const add = () =>
    onChange([
      ...rows,
      {
        key: newKey(),
        name: "",
        title: { en: "", "zh-CN": "" },
        type: "string",
        in: "body",
        required: false,
      },
    ]);
  return (
    <fieldset className="field-rows">
      <legend>{t(kind)}</legend>
      {kind === "results" && (
        <Text className="quiet" size="sm">
          {t("resultsLead")}
        </Text>
      )}
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          parameter={kind === "parameters"}
          wrong={missing.has(`field ${row.key}`)}
          onChange={(next) => change(row.key, next)}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={add}
      >
        {kind === "parameters" ? t("addParameter") : t("addResult")}
      </Button>
    </fieldset>
  );
}

interface RowProps {
  readonly row: FieldRow;
  readonly parameter: boolean;
  readonly wrong: boolean;
  onChange(change: Partial<FieldRow>): void;
  onRemove(): void;
}

function Row({ row, parameter, wrong, onChange, onRemove }: RowProps) {
  const t = useSystemsTexts();
  const language = useLanguage();
  const types = Object.entries(TYPES).map(([value, key]) => ({ value, label: t(key) }));
  const known = types.some(({ value }) => value === row.type);
  return (
    <div className="field-row">
      <TextInput
        label={t("field")}
        maxLength={100}
        value={row.name}
        error={wrong ? t("fieldMissing") : undefined}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t("label")}
        maxLength={100}
        value={row.title[language]}
        onChange={(event) => onChange({ title: { ...row.title, [language]: event.currentTarget.value } })}
      />
      {parameter && (
        <Select
          label={t("place")}
          allowDeselect={false}
          value={row.in}
          data={Object.entries(PLACES).map(([value, key]) => ({ value, label: t(key) }))}
          onChange={(place) => place !== null && onChange({ in: place as OperationParameter["in"] })}
        />
      )}
      <Select
        label={t("type")}
        allowDeselect={false}
        value={row.type}
        data={known ? types : [...types, row.type]}
        onChange={(type) => type !== null && onChange({ type })}
      />
      {parameter && (
        <Checkbox
          className="field-row-required"
          label={t("required")}
          checked={row.required}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      )}
      <ActionIcon
        className="field-row-remove"
        aria-label={t("removeField", { name: row.name || t("field") })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
