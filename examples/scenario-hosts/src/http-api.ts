import { ApiError, createClient, type FlowrightClient } from "@flowright/client";
import { ScenarioRefusal } from "@flowright/scenarios";
import { PASSWORD } from "./open-scenario-runtime.ts";
import type { ScenarioApi } from "./scenario-api.ts";

/** A person who has signed in at a server, each with a session of their own. */
export async function httpApi(baseUrl: string, user: string): Promise<ScenarioApi> {
  let cookie = "";
  const client = createClient({
    baseUrl,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("origin", baseUrl);
      if (cookie) headers.set("cookie", cookie);
      const answer = await fetch(input, { ...init, headers });
      cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
      return answer;
    },
  });
  await client.sessions.signIn(user, PASSWORD);
  return withRefusals(client);
}

/** What the API refuses is a refusal of the scenario, too. */
function withRefusals(client: FlowrightClient): ScenarioApi {
  return new Proxy(client, {
    get: (groups, name) => {
      const group: unknown = Reflect.get(groups, name);
      return typeof group === "object" && group !== null ? refusing(group) : group;
    },
  });
}

function refusing(group: object): object {
  return new Proxy(group, {
    get: (methods, name) => {
      const method: unknown = Reflect.get(methods, name);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        try {
          return await method.apply(methods, args);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          const { code, detail, problems = [] } = error.problem;
          const text = [detail, ...problems.map(({ path, message }) => `${path} ${message.en}`)].join(" ");
          throw new ScenarioRefusal(code, { en: text, "zh-CN": text });
        }
      };
    },
  });
}
