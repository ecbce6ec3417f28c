import type { FieldRule } from "@flowright/templates";
import type { ReactNode } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";

interface FixedProps {
  readonly rule: FieldRule;
  /** Say once for all of it that it is fixed. */
  readonly tell?: boolean | undefined;
  readonly children: ReactNode;
}

/** Controls that a template fixes: shown, and none of them can be changed. */
export function Fixed({ rule, tell, children }: FixedProps) {
  const t = useTexts(TEMPLATE_TEXTS);
  if (rule !== "locked") return children;
  return (
    <fieldset className="fw-panel-fixed" disabled>
      {tell && <span className="fw-form-help">{t("fixed")}</span>}
      {children}
    </fieldset>
  );
}
