/** The moment at which every world begins, in milliseconds since 1970: a Monday. */
export const EPOCH = Date.UTC(2026, 0, 5, 8, 0, 0);
