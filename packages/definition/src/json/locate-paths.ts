import { STORED_JSON_LIMITS } from "./check-stored-json.ts";
import { childPath } from "./json-pointer.ts";

const SPACE = /\s*/y;
const PLAIN = /[^"\\]*/y;
const SCALAR = /[^\s{}[\],:"]+/y;

interface Open {
  /** Null where it is too deep to be asked for. */
  readonly path: string | null;
  /** Next index of a list; null in an object. */
  index: number | null;
  /** Name read last in an object, until its value begins. */
  key: string | null;
}

/** Where the values at some JSON Pointers begin in a text that is JSON, as offsets. Not recursive. */
export function locatePaths(text: string, wanted: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  const open: Open[] = [];
  for (const { token, offset } of tokensOf(text)) {
    const container = open.at(-1);
    if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (container && container.index !== null) container.index++;
    } else if (token === ":") {
      // The name before it is known already.
    } else if (container && container.index === null && container.key === null) {
      container.key = JSON.parse(token) as string;
    } else {
      const path = pathIn(container, open.length);
      if (container) container.key = null;
      if (path !== null && wanted.has(path)) found.set(path, offset);
      if (token === "{" || token === "[") open.push({ path, index: token === "[" ? 0 : null, key: null });
    }
  }
  return found;
}

function pathIn(container: Open | undefined, depth: number): string | null {
  if (!container) return "";
  if (container.path === null || depth > STORED_JSON_LIMITS.depth) return null;
  return childPath(container.path, container.index ?? container.key ?? "");
}

function* tokensOf(text: string): Generator<{ token: string; offset: number }> {
  for (let offset = after(SPACE, text, 0); offset < text.length; offset = after(SPACE, text, offset)) {
    const end = endOfToken(text, offset);
    yield { token: text.slice(offset, end), offset };
    offset = end;
  }
}

function endOfToken(text: string, offset: number): number {
  if (text[offset] !== '"') return Math.max(after(SCALAR, text, offset), offset + 1);
  // A loop, since one expression for the whole text would need stack for each escape in it.
  let end = after(PLAIN, text, offset + 1);
  while (text[end] === "\\") end = after(PLAIN, text, end + 2);
  return end + 1;
}

/** Where a match that begins at an offset ends; the offset itself where there is none. */
function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
