import { setTimeout as delay } from "node:timers/promises";
import { ApiError, createClient, type FlowrightClient } from "@flowright/client";

/**
 * Says the same thing again until the server has answered: while it is killed and started anew there is no answer,
 * or half of one, and nobody knows whether the command was carried out. Ids and idempotency keys make that safe.
 */
export async function untilAnswered<T>(say: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await say();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status !== 0 && error.status < 500 && error.status !== 429) throw error;
      await delay(100);
    }
  }
}

/** A client that has signed in as a person; the session survives the server. */
export async function signIn(baseUrl: string, user: string, password: string): Promise<FlowrightClient> {
  let cookie = "";
  const client = createClient({
    baseUrl,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      if (cookie) headers.set("cookie", cookie);
      headers.set("origin", baseUrl);
      const answer = await fetch(input, { ...init, headers });
      const set = answer.headers.getSetCookie()[0];
      if (set) cookie = set.split(";")[0] ?? "";
      return answer;
    },
  });
  await untilAnswered(() => client.sessions.signIn(user, password));
  return client;
}
