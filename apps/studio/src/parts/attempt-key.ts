/**
 * A key for one attempt at something that must not happen twice. `crypto.randomUUID` exists only on secure
 * origins, and a phone in the same network comes over plain http.
 */
export function attemptKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
