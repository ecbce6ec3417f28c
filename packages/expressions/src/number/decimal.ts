import { Decimal as Base } from "decimal.js";

/** Decimals of 34 digits with the range of IEEE 754 decimal128; half-even as DMN wants it. */
export const Decimal = Base.clone({
  precision: 34,
  rounding: Base.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpPos: 7000,
  toExpNeg: -7000,
  defaults: true,
});

export function isDecimal(value: unknown): value is Base {
  return typeof value === "object" && value instanceof Decimal;
}
