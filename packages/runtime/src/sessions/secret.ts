import { hash, randomBytes } from "node:crypto";

/** Marks the secrets of API tokens, for people and for scanners that look for leaked ones. */
export const TOKEN_PREFIX = "fwt_";

/** 256 random bits as text for a cookie or header. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Only this is stored: with so much randomness a plain hash cannot be guessed back. */
export function hashSecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}
