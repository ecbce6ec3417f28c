import { normalMoney } from "../../value/decimal.ts";
import { currencySymbol } from "../currency-symbol.ts";
import type { WidgetProps } from "./widget-props.ts";

/** An amount with its currency; brought to the currency's decimals when the field is left. */
export function MoneyWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const text = typeof value === "string" ? value : "";
  const settle = () => {
    const normal = normalMoney(text, field.currency);
    if (normal !== null && normal !== text) onChange(normal);
  };
  return (
    <span className="fw-form-affixed">
      <span className="fw-form-affix">{currencySymbol(field.currency)}</span>
      <input
        id={id}
        className="fw-form-control fw-form-number"
        inputMode="decimal"
        value={text}
        onChange={(event) => onChange(plainAmount(event.target.value))}
        onBlur={settle}
        aria-label={rest.ariaLabel}
        aria-invalid={rest.invalid || undefined}
        aria-required={rest.required || undefined}
        aria-describedby={rest.describedBy}
        autoComplete="off"
      />
    </span>
  );
}

/** Pasted amounts carry separators and signs, typed ones full-width digits. */
function plainAmount(text: string): string {
  return text.normalize("NFKC").replace(/[,\s¥$€£]/g, "");
}
