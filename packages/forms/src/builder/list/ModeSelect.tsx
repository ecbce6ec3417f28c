import type { FormField } from "@flowright/definition";
import { useBuilder } from "../builder-context.ts";

type Mode = NonNullable<FormField["mode"]>;

interface ModeSelectProps {
  readonly label: string;
  readonly value: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** Edit, read or hidden. */
export function ModeSelect({ label, value, onChange }: ModeSelectProps) {
  const { t } = useBuilder();
  return (
    <select
      className="fw-form-control fw-builder-mode"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Mode)}
    >
      <option value="edit">{t("showEdit")}</option>
      <option value="read">{t("showRead")}</option>
      <option value="hidden">{t("showHidden")}</option>
    </select>
  );
}
