import type { Who } from "@flowright/definition";
import {
  parameterValue,
  type TemplateParameter,
  type TemplateValue,
  type TemplateValues,
} from "@flowright/templates";
import { NumberInput, Select, TextInput } from "@mantine/core";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useTemplateTexts } from "../texts.ts";
import { DurationField } from "./DurationField.tsx";
import { useWhoChoices } from "./use-who-choices.ts";
import { type NamedRole, whoKey, whoOf } from "./values-of.ts";

interface ParameterFieldProps {
  readonly parameter: TemplateParameter;
  readonly roles: readonly NamedRole[];
  readonly values: TemplateValues;
  readonly error: string | undefined;
  onChange(value: TemplateValue): void;
}

/** The field of one parameter, by its type. */
export function ParameterField({ parameter, roles, values, error, onChange }: ParameterFieldProps) {
  const language = useLanguage();
  const label = textOf(parameter.label, language);
  const help = textOf(parameter.help, language) || undefined;
  const value = parameterValue(parameter, values);
  switch (parameter.type) {
    case "duration":
      return (
        <DurationField label={label} help={help} value={String(value)} error={error} onChange={onChange} />
      );
    case "money":
      return (
        <TextInput
          label={label}
          description={help}
          inputMode="decimal"
          leftSection={parameter.currency === "CNY" ? "¥" : parameter.currency}
          value={String(value)}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value.trim())}
        />
      );
    case "number":
      return (
        <NumberInput
          label={label}
          description={help}
          value={typeof value === "number" ? value : ""}
          allowDecimal={parameter.whole !== true}
          step={parameter.whole === true ? 1 : 0.1}
          error={error}
          onChange={(next) => onChange(next === "" ? "" : Number(next))}
        />
      );
    case "text":
      return (
        <TextInput
          label={label}
          description={help}
          maxLength={parameter.maxLength ?? 200}
          value={String(value)}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "who":
      return (
        <WhoField
          label={label}
          help={help}
          roles={roles}
          value={value as Who}
          error={error}
          onChange={onChange}
        />
      );
  }
}

interface WhoFieldProps {
  readonly label: string;
  readonly help: string | undefined;
  readonly roles: readonly NamedRole[];
  readonly value: Who;
  readonly error: string | undefined;
  onChange(value: Who): void;
}

function WhoField({ label, help, roles, value, error, onChange }: WhoFieldProps) {
  const t = useTemplateTexts();
  const choices = useWhoChoices(roles);
  return (
    <Select
      label={label}
      description={help}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("nobody")}
      data={choices}
      value={whoKey(value)}
      error={error}
      onChange={(key) => key !== null && onChange(whoOf(key))}
    />
  );
}
