const MONEY = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** The hundredths of an amount such as `5000.00`; null for anything that is no amount. */
export function centsOf(amount: string): number | null {
  const found = MONEY.exec(amount);
  if (found === null) return null;
  const [, whole = "0", part = ""] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}
