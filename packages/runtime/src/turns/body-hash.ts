import { createHash } from "node:crypto";

/** SHA-256 of an operation and its body as canonical JSON: keys sorted, absent members left out. */
export function bodyHash(operation: string, body: unknown): string {
  return createHash("sha256")
    .update(`${operation}\n${canonical(body)}`)
    .digest("base64url");
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
