import type { SaveSystem } from "@flowright/client";
import type { Result } from "../contract/result.ts";
import { refuseSystem } from "./system-problems.ts";

/** Headers that belong to the connection, or that would let a secret change where a request goes. */
const UNFIT_HEADERS = new Set([
  "host",
  "content-length",
  "content-type",
  "transfer-encoding",
  "connection",
  "upgrade",
  "expect",
  "te",
  "trailer",
]);

/** Refuses a system that could not be called, or that could be called elsewhere than at its address. */
export function checkSystem(body: SaveSystem): Result<null> {
  if (originOf(body.address) === null) {
    return refuseSystem("system.address-malformed", { address: body.address }, { path: "/address" });
  }
  const header = body.secretHeader ?? null;
  if (header !== null && (!/^[A-Za-z0-9-]{1,100}$/.test(header) || UNFIT_HEADERS.has(header.toLowerCase()))) {
    return refuseSystem("system.header-malformed", { header }, { path: "/secretHeader" });
  }
  if (body.secret && !/^[\x20-\x7e]{1,4000}$/.test(body.secret)) {
    return refuseSystem("system.secret-malformed", {}, { path: "/secret" });
  }
  return checkOperations(body);
}

function checkOperations(body: SaveSystem): Result<null> {
  const seen = new Set<string>();
  for (const [index, operation] of body.operations.entries()) {
    const path = `/operations/${index}`;
    if (seen.has(operation.id)) {
      return refuseSystem("system.operation-twice", { operation: operation.id }, { path: `${path}/id` });
    }
    seen.add(operation.id);
    if (!/^\/[^\s?#\\]*$/.test(operation.path) || /(^|\/)\.\.?(\/|$)/.test(operation.path)) {
      return refuseSystem("system.path-malformed", { path: operation.path }, { path: `${path}/path` });
    }
    for (const [, parameter = ""] of operation.path.matchAll(/\{([^}]*)\}/g)) {
      if (!operation.parameters.some(({ name, in: place }) => name === parameter && place === "path")) {
        return refuseSystem(
          "system.parameter-missing",
          { operation: operation.id, parameter },
          { path: `${path}/parameters` },
        );
      }
    }
  }
  return { ok: true, value: null };
}

/** Scheme, host and port of an address, or null where it is none that may be called. */
export function originOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.host === "") return null;
  if (url.username !== "" || url.password !== "" || /[?#]/.test(address)) return null;
  return url.origin;
}
