import { checkStoredJson, parseDefinition } from "@flowright/definition";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuseHttp } from "./http-problems.ts";
import { Refused, refused } from "./refused.ts";

/** Deeper or larger bodies are refused before anything walks them. */
const LIMITS = { depth: 64, characters: 8 * 1024 * 1024 };

const JSON_TYPE = /^application\/(json|[\w.+-]+\+json)(\s*;|$)/i;

/**
 * Reads JSON bodies: malformed text with line and column, and nothing that PostgreSQL could not keep. Parsers of
 * the surrounding server for other types stay known here; `requireJson` keeps them from being used.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser(JSON_TYPE, { parseAs: "string" }, async (_request: unknown, text: string) =>
    bodyOf(text),
  );
}

/** The hook of a route that takes JSON alone: refuses a body of another type before it is read. */
export async function requireJson({ headers }: FastifyRequest): Promise<void> {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  const type = headers["content-type"] ?? "none";
  if (hasBody && !JSON_TYPE.test(type)) {
    throw refused("request.media-type", { type: type.slice(0, 100), expected: "application/json" });
  }
}

function bodyOf(text: string): unknown {
  // A POST without content may still name its type.
  if (text.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(text);
  }
  const problems = checkStoredJson(value, LIMITS);
  const [first] = problems;
  if (first) throw new Refused({ status: 422, problem: first, problems });
  // An own property of this name becomes a prototype as soon as somebody copies the object.
  if (/__proto__|\\u00/i.test(text)) refusePrototypes(value);
  return value;
}

function refusePrototypes(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === "__proto__") throw refused("request.forbidden-key", { name });
    refusePrototypes(member);
  }
}

function malformed(text: string): Refused {
  // The definition package finds the place; its own code is kept in the single problem.
  const [found] = parseDefinition(text).problems;
  const at = found?.at && "line" in found.at ? found.at : { line: 1, column: 1 };
  return new Refused(
    refuseHttp("request.malformed-json", { ...found?.params, line: at.line, column: at.column }, { at })
      .refusal,
  );
}
