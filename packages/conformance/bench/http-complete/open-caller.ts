import http from "node:http";

export interface Caller {
  /** Starts a case and gives its first task. */
  start(): Promise<string>;
  /** Completes a task and gives the next one, or null where the case is at its end. */
  complete(task: string): Promise<string | null>;
  close(): void;
}

/** A person who is signed in, over at most 256 connections that are kept open. */
export async function openCaller(address: string, user: string, password: string): Promise<Caller> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  let cookie = "";

  async function post(path: string, body: unknown, key?: string): Promise<Record<string, unknown>> {
    const { status, text, cookies } = await send(agent, `${address}/api/v1${path}`, JSON.stringify(body), {
      "content-type": "application/json",
      ...(cookie === "" ? {} : { cookie }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
    if (cookies[0] !== undefined) cookie = cookies[0].split(";")[0] ?? "";
    return JSON.parse(text);
  }

  await post("/session", { user, password });
  // The number of a case's first task is the engine's business: the first case tells it.
  const probe = await post("/instances", { definitionId: "six-steps", variables: { order: "probe" } });
  const first = await firstTask(agent, address, cookie, String(probe.id));
  let count = 0;
  return {
    start: async () => {
      count += 1;
      const order = `SO-${count}`;
      const body = { definitionId: "six-steps", businessKey: order, variables: { order } };
      return `${(await post("/instances", body)).id}.${first}`;
    },
    complete: async (task) => {
      const done = await post(
        `/tasks/${task}/complete`,
        { data: {}, comment: "checked" },
        `complete-${task}`,
      );
      return done.nextTask as string | null;
    },
    close: () => agent.destroy(),
  };
}

async function firstTask(agent: http.Agent, address: string, cookie: string, instance: string) {
  const url = `${address}/api/v1/tasks?instanceId=${instance}`;
  const { text } = await send(agent, url, null, { cookie });
  const { items } = JSON.parse(text) as { items: { id: string }[] };
  const number = items[0]?.id.split(".")[1];
  if (number === undefined) throw new Error(`The case has no task: ${text}`);
  return number;
}

/** A POST, or a GET where there is no body. */
function send(agent: http.Agent, url: string, body: string | null, headers: http.OutgoingHttpHeaders) {
  return new Promise<{ status: number; text: string; cookies: string[] }>((resolve, reject) => {
    const method = body === null ? "GET" : "POST";
    const request = http.request(url, { agent, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text,
          cookies: response.headers["set-cookie"] ?? [],
        }),
      );
    });
    request.on("error", reject);
    request.end(body ?? undefined);
  });
}
