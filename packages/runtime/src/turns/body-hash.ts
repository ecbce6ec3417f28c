import { hash } from "node:crypto";

/** SHA-256 of an operation and its body as canonical JSON: keys sorted, absent members left out. */
export function bodyHash(operation: string, body: unknown): string {
  return hash("sha256", `${operation}\n${canonical(body)}`, "base64url");
}

/** What of a hash is kept with an idempotency key: 128 bits tell two bodies apart as well as 256. */
const KEPT = 22;

/** The hash as it is kept. */
export function keptHash(bodyHash: string): string {
  return bodyHash.slice(0, KEPT);
}

/** Whether a kept hash, shortened or whole as before, is that of a body with this hash. */
export function isSameBody(kept: string, given: string): boolean {
  return kept === given || (kept.length === KEPT && given.startsWith(kept));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
