import type { Field } from "@flowright/definition";
import { type Check, type Place, report } from "./check.ts";

/** Limits and steps of a number. */
export function checkNumber(check: Check, field: Field, value: number, place: Place): void {
  if (check.draft) return;
  checkLimits(check, field, place, (limit) => Math.sign(value - limit));
  const step = field.multipleOf;
  if (step !== undefined && step > 0) {
    const steps = value / step;
    // 0.3 is a multiple of 0.1, though not in binary fractions.
    if (Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps))) {
      report(check, "form.multiple-of", place, { step });
    }
  }
}

/** The four limits; `against` says whether the value is below (-1), at (0) or above (1) a limit. */
export function checkLimits(
  check: Check,
  field: Field,
  place: Place,
  against: (limit: number) => number,
): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = field;
  if (minimum !== undefined && against(minimum) < 0) report(check, "form.minimum", place, { limit: minimum });
  if (maximum !== undefined && against(maximum) > 0) report(check, "form.maximum", place, { limit: maximum });
  if (exclusiveMinimum !== undefined && against(exclusiveMinimum) <= 0) {
    report(check, "form.exclusive-minimum", place, { limit: exclusiveMinimum });
  }
  if (exclusiveMaximum !== undefined && against(exclusiveMaximum) >= 0) {
    report(check, "form.exclusive-maximum", place, { limit: exclusiveMaximum });
  }
}
