const SYMBOLS: { readonly [currency: string]: string } = { CNY: "¥", USD: "$", EUR: "€", GBP: "£", JPY: "¥" };

/** The sign of a currency, or its code where it has no sign of its own. */
export function currencySymbol(currency: string | undefined): string {
  return SYMBOLS[currency ?? "CNY"] ?? currency ?? "¥";
}
