import { MultiSelect } from "@mantine/core";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRoles } from "../../parts/use-roles.ts";
import { usePeopleTexts } from "./texts.ts";

/** The roles of one person. */
export function RolePicker({ value, onChange }: { value: string[]; onChange(value: string[]): void }) {
  const t = usePeopleTexts();
  const language = useLanguage();
  const roles = useRoles().data ?? [];
  const known = roles.map(({ id, name }) => ({ value: id, label: textOf(name, language) || id }));
  const others = value.filter((id) => !roles.some((role) => role.id === id));
  return (
    <MultiSelect
      label={t("roles")}
      description={t("rolesLead")}
      searchable
      clearable
      hidePickedOptions
      value={value}
      data={[...known, ...others]}
      onChange={onChange}
    />
  );
}
