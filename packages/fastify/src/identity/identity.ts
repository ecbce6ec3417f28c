import type { Session } from "@flowright/client";
import type { Caller, Runtime } from "@flowright/runtime";

/** Who sends a request. */
export interface Identity {
  readonly caller: Caller;
  /** Null for an API token. */
  readonly session: Session | null;
  /** Secret of the session, for signing out and switching. */
  readonly secret: string | null;
  /** True where the browser added the proof by itself, so that the page's origin must be looked at. */
  readonly byCookie: boolean;
}

/** The proof that a request carries. */
export type Credential =
  | { readonly kind: "cookie"; readonly secret: string }
  | { readonly kind: "bearer"; readonly secret: string; readonly workspace: string | undefined };

/** Longer than any secret that was ever given out. */
const LONGEST = 500;

/** Reads the identity behind a proof anew, so that removals and changes of roles count at once. */
export async function identify(runtime: Runtime, credential: Credential): Promise<Identity | null> {
  const { secret } = credential;
  if (secret === "" || secret.length > LONGEST) return null;
  if (credential.kind === "bearer") {
    const caller = await runtime.sessions.tokenCaller(secret, credential.workspace);
    if (caller) return { caller, session: null, secret: null, byCookie: false };
  }
  // A tab with a session of its own sends its secret as bearer token.
  const found = await runtime.sessions.caller(secret);
  return found ? { ...found, secret, byCookie: credential.kind === "cookie" } : null;
}
