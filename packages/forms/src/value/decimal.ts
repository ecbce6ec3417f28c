const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;
/** Scale of the integers that amounts are compared as: more decimals than any currency has. */
const SCALE = 6;

/** Decimals of the currencies that have not two. */
const DECIMALS: { readonly [currency: string]: number } = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  BHD: 3,
  KWD: 3,
  TND: 3,
};

export function decimalsOf(currency: string | undefined): number {
  return DECIMALS[currency ?? ""] ?? 2;
}

/** An amount as text, brought to the currency's decimals; null if it is no such amount. */
export function normalMoney(text: string, currency: string | undefined): string | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return null;
  const whole = (match[2] ?? "0").replace(/^0+(?=\d)/, "");
  const amount = decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`;
  return /[1-9]/.test(amount) ? `${match[1]}${amount}` : amount;
}

/** An amount as an exact integer of millionths, for comparing; null if it is none. */
export function millionthsOf(value: string | number): bigint | null {
  const match = DECIMAL.exec(typeof value === "number" ? plainNumber(value) : value);
  if (!match) return null;
  const digits = BigInt(`${match[2]}${(match[3] ?? "").padEnd(SCALE, "0")}`);
  return match[1] === "-" ? -digits : digits;
}

function plainNumber(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(SCALE) : text;
}
