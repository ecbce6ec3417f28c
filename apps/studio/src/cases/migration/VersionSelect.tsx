import type { DefinitionVersion } from "@flowright/client";
import { Select } from "@mantine/core";
import { useMigrationTexts } from "./texts.ts";

interface VersionSelectProps {
  readonly versions: readonly DefinitionVersion[];
  readonly version: number;
  onChange(version: number): void;
}

/** The version by which cases are to go on, each with the note of its publishing. */
export function VersionSelect({ versions, version, onChange }: VersionSelectProps) {
  const t = useMigrationTexts();
  const label = ({ version: one, note }: DefinitionVersion) =>
    note === "" ? t("versionOption", { version: one }) : t("versionNote", { version: one, note });
  return (
    <Select
      label={t("version")}
      allowDeselect={false}
      data={versions.map((one) => ({ value: String(one.version), label: label(one) }))}
      value={String(version)}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
