import { Select, Text } from "@mantine/core";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { MissingStep } from "../repair/step-mapping.ts";
import { useMigrationTexts } from "./texts.ts";

interface StepMappingProps {
  readonly version: number;
  /** Steps where something stands and that the version does not have. */
  readonly missing: readonly MissingStep[];
  /** What each becomes, by id. */
  readonly nodes: { readonly [from: string]: string };
  readonly className: string;
  onMap(from: string, to: string | null): void;
}

/** Asks for each step that another version does not have where the work goes on that stands there. */
export function StepMapping({ version, missing, nodes, className, onMap }: StepMappingProps) {
  const t = useMigrationTexts();
  const language = useLanguage();
  if (missing.length === 0) return null;
  return (
    <fieldset className={className}>
      <legend>{t("mapping", { version })}</legend>
      <Text className="quiet" mb="xs">
        {t("mappingHint")}
      </Text>
      {missing.map(({ from, choices }) => (
        <Select
          key={from.id}
          label={textOf(from.name, language) || from.id}
          placeholder={t("mappingNone")}
          clearable
          searchable
          data={choices.map((node) => ({
            value: node.id,
            label: textOf(node.name, language) || node.id,
          }))}
          value={nodes[from.id] ?? null}
          onChange={(to) => onMap(from.id, to)}
        />
      ))}
    </fieldset>
  );
}
