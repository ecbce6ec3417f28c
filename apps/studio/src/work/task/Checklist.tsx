import type { ChecklistItem } from "@flowright/definition";
import { Checkbox } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useId } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useTaskTexts } from "./texts.ts";

interface ChecklistProps {
  readonly items: readonly ChecklistItem[];
  readonly checked: readonly string[];
  /** Items whose tick was asked for and is absent. */
  readonly missing: readonly string[];
  readonly readOnly: boolean;
  onChange(checked: readonly string[]): void;
}

/** What must hold before the step is finished; some of it the system checks itself. */
export function Checklist({ items, checked, missing, readOnly, onChange }: ChecklistProps) {
  const t = useTaskTexts();
  const language = useLanguage();
  const heading = useId();
  if (items.length === 0) return null;
  return (
    <section className="checklist" aria-labelledby={heading}>
      <h3 id={heading}>{t("checklist")}</h3>
      {items.map((item) => {
        const text = textOf(item.text, language);
        if (item.rule !== undefined) {
          return (
            <p key={item.id} className="checklist-rule">
              <IconWand size={18} aria-hidden="true" />
              <span>
                {text} <span className="quiet">({t("automatic")})</span>
              </span>
            </p>
          );
        }
        return (
          <Checkbox
            key={item.id}
            label={item.optional === true ? `${text} (${t("optional")})` : text}
            checked={checked.includes(item.id)}
            disabled={readOnly}
            error={missing.includes(item.id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...checked, item.id] : checked.filter((id) => id !== item.id),
              )
            }
          />
        );
      })}
    </section>
  );
}
