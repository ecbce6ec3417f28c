import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
/** Version of the layout: version, nonce (12), tag (16), text. */
const VERSION = 1;

/**
 * Encrypts what must be read again. The place (tenant and system) is authenticated with it, so that a stored
 * secret cannot be moved to another system.
 */
export function seal(key: Uint8Array, place: string, secret: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), text]);
}

/** The secret, or null where it was sealed with another key or for another place. */
export function unseal(key: Uint8Array, place: string, sealed: Buffer): string | null {
  if (sealed.length < 29 || sealed[0] !== VERSION) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 13), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
