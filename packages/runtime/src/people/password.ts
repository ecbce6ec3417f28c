import { randomInt } from "node:crypto";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. About 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Loaded with the first password: most starts of a program need none. */
const argon2 = () => import("@node-rs/argon2");

/** Without letters and digits that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** argon2id hash in PHC format. Typed and pasted forms of the same password are the same. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2();
  return await hash(password.normalize("NFKC"), COST);
}

let nobody: Promise<string> | undefined;

/** Takes the same time where there is no hash, so that nobody learns which user names exist. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(makePassword());
  // Awaited in either case, or the very first unknown name would take twice as long.
  const fallback = await nobody;
  const { verify } = await argon2();
  const matches = await verify(stored ?? fallback, password.normalize("NFKC"));
  return matches && stored !== null;
}

/** A fresh password that can be read out on the telephone: 59 bits in three groups of four. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}
