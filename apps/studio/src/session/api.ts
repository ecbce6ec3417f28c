import { API_PREFIX, createClient, type FlowrightClient, type Session } from "@flowright/client";
import { i18n } from "../i18n/i18n.ts";
import type { Language } from "../i18n/language.ts";
import { keepTabSecret, tabSecret } from "./tab-session.ts";

let current: { secret: string | null; client: FlowrightClient } | null = null;

/** The client of this tab's session. */
export function api(): FlowrightClient {
  const secret = tabSecret();
  if (current === null || current.secret !== secret) {
    const language = () => i18n.language as Language;
    current = {
      secret,
      client: createClient({ baseUrl: "", language, ...(secret === null ? {} : { token: secret }) }),
    };
  }
  return current.client;
}

/** A session of its own for this tab, as a sample person. False where the server offers none. */
export async function enterInThisTab(user: string): Promise<boolean> {
  const response = await fetch(`${API_PREFIX}/enter`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ user, tab: true }),
    credentials: "omit",
  });
  if (!response.ok) return false;
  const answer = (await response.json()) as { secret?: string; session?: Session };
  if (typeof answer.secret !== "string") return false;
  keepTabSecret(answer.secret);
  return true;
}
