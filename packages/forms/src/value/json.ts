export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Data as others hold it: the validator changes nothing of what it is given. */
export type GivenJson =
  | null
  | boolean
  | number
  | string
  | readonly GivenJson[]
  | { readonly [key: string]: GivenJson };
export type GivenJsonObject = { readonly [key: string]: GivenJson };

/** An object that is not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
