/** Names that objects of the language have a meaning for; data under them would be lost or would do harm. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
