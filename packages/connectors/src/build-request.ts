import type { JsonObject, System, SystemOperation } from "@flowright/client";

/** A request to a system, ready to be sent: everything but the secret. */
export interface SystemRequest {
  readonly method: SystemOperation["method"];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type BuiltRequest =
  | { readonly ok: true; readonly request: SystemRequest }
  | { readonly ok: false; readonly code: string; readonly parameter: string };

/**
 * Fills an operation's path, query and body from the input. A parameter that the operation does not name is
 * refused, as is a missing required one; a path parameter can never leave its segment.
 */
export function buildRequest(
  system: System,
  operation: SystemOperation,
  input: JsonObject,
  idempotencyKey: string,
): BuiltRequest {
  const known = new Map(operation.parameters.map((p) => [p.name, p]));
  const unknown = Object.keys(input).find((name) => !known.has(name));
  if (unknown !== undefined) return { ok: false, code: "call.parameter-unknown", parameter: unknown };
  const missing = operation.parameters.find((p) => p.required && (input[p.name] ?? null) === null);
  if (missing) return { ok: false, code: "call.parameter-missing", parameter: missing.name };

  let path = operation.path;
  const query = new URLSearchParams();
  const body: JsonObject = {};
  for (const [name, parameter] of known) {
    const value = input[name] ?? null;
    if (value === null) continue;
    if (parameter.in === "body") body[name] = value;
    else if (parameter.in === "query") query.set(name, textOf(value));
    else {
      const segment = textOf(value);
      if (segment === "" || segment === "." || segment === "..")
        return { ok: false, code: "call.parameter-missing", parameter: name };
      path = path.replaceAll(`{${name}}`, encodeURIComponent(segment.toWellFormed()));
    }
  }
  const base = new URL(system.address);
  const url = new URL(`${base.origin}${base.pathname.replace(/\/$/, "")}/${path.replace(/^\/+/, "")}`);
  for (const [name, value] of query) url.searchParams.set(name, value);
  const hasBody = operation.method !== "GET" && operation.method !== "DELETE";
  return {
    ok: true,
    request: {
      method: operation.method,
      url: url.href,
      headers: {
        accept: "application/json",
        "user-agent": "flowright",
        "idempotency-key": idempotencyKey,
        ...(hasBody ? { "content-type": "application/json" } : {}),
      },
      body: hasBody ? JSON.stringify(body) : null,
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
