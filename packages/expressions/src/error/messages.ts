import { CHECK_MESSAGES } from "./check-messages.ts";
import { SYNTAX_MESSAGES } from "./syntax-messages.ts";
import { VALUE_MESSAGES } from "./value-messages.ts";

export type Params = Readonly<Record<string, string | number>>;

/** Every error of an expression, by code. */
export const MESSAGES = { ...SYNTAX_MESSAGES, ...VALUE_MESSAGES, ...CHECK_MESSAGES };

export type Code = keyof typeof MESSAGES;
