import { compile as compileAnew, type compile as compileOne } from "@flowright/engine";

export * from "@flowright/engine";

const known = new Map<string, ReturnType<typeof compileOne>>();

/** Compiles a flow once for all worlds: the same flow always gives the same program. */
export function compile(...given: Parameters<typeof compileOne>): ReturnType<typeof compileOne> {
  const key = JSON.stringify(given);
  const found = known.get(key) ?? compileAnew(...given);
  known.set(key, found);
  return found;
}
