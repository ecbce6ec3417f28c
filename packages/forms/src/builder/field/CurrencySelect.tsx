import { useId } from "react";
import { useBuilder } from "../builder-context.ts";

const CURRENCIES = ["CNY", "HKD", "USD", "EUR", "GBP", "JPY"];

/** The currency of an amount. */
export function CurrencySelect(props: { value: string | undefined; onChange: (currency: string) => void }) {
  const { t } = useBuilder();
  const id = useId();
  const value = props.value ?? "CNY";
  return (
    <div className="fw-form-field">
      <label className="fw-form-label" htmlFor={id}>
        {t("currency")}
      </label>
      <select
        id={id}
        className="fw-form-control"
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {[...new Set([value, ...CURRENCIES])].map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
    </div>
  );
}
