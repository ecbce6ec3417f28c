import type { InstanceState } from "@flowright/engine";
import type { InstanceRow } from "./turn-request.ts";

/**
 * Whether a stored state has the shape of one and tells the same status as its row. What is wrong deeper inside shows
 * when it is stepped; looking all through it would cost every turn.
 */
export function isStateReadable(row: Pick<InstanceRow, "status">, state: unknown): state is InstanceState {
  if (!isObject(state)) return false;
  const { status, next, scopes, tokens } = state;
  return status === row.status && Number.isSafeInteger(next) && isObject(scopes) && isObject(tokens);
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
