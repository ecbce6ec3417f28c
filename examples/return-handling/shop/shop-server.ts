import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type ActionResult, askForReturn, moveReturn, type OutgoingMessage } from "./buyer-actions.ts";
import { openStore } from "./shop-store.ts";
import { answerSystemCall, OPERATIONS } from "./system-api.ts";

export interface ShopOptions {
  /** JSON file that keeps the state; absent: in memory. */
  readonly file?: string | undefined;
  /** Tells the workflow engine; rejects when it could not be told. */
  readonly tell: (message: OutgoingMessage) => Promise<void>;
  /** Secret that callers of /api must send as `Authorization: Bearer …`; absent: none. */
  readonly secret?: string | undefined;
}

const PAGE: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "/": ["page.html", "text/html; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
};

/** The stand-in of a shop system: an API for other systems and a page for the buyer. */
export function createShopServer(options: ShopOptions): Server {
  const store = openStore(options.file, new Date());
  const { state } = store;

  /** With `quiet` the caller passes the message on itself. */
  async function act(result: ActionResult, response: ServerResponse, quiet: boolean): Promise<void> {
    if (!result.ok) return send(response, 409, { message: result.error });
    store.save();
    if (quiet) return send(response, 200, { message: result.message });
    try {
      await options.tell(result.message);
    } catch (error) {
      return send(response, 502, { message: `Flowright could not be told: ${String(error)}` });
    }
    send(response, 200, { message: result.message });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://shop");
    const route = `${request.method} ${url.pathname}`;
    const page = request.method === "GET" ? PAGE[url.pathname] : undefined;
    if (page) {
      const [file, type] = page;
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
      response.end(await readFile(new URL(file, import.meta.url)));
      return;
    }
    if (route === "GET /health") return send(response, 200, { ok: true });
    if (route === "GET /state") return send(response, 200, { ...state, answered: undefined });
    const body = await readBody(request);
    if (body === undefined)
      return send(response, 400, { code: "body.invalid", message: "The body is not a JSON object" });
    if (route === "PUT /faults") {
      const operation = String(body.operation ?? "");
      if (!Object.values(OPERATIONS).some((o) => o.name === operation))
        return send(response, 422, { message: `There is no operation ${operation}` });
      state.faults = state.faults.filter((f) => f.operation !== operation);
      if (body.on === true)
        state.faults.push({ operation, remaining: typeof body.times === "number" ? body.times : null });
      store.save();
      return send(response, 200, { faults: state.faults });
    }
    const quiet = url.searchParams.get("tell") === "no";
    if (route === "POST /buyer/returns") return act(askForReturn(state, body, new Date()), response, quiet);
    const move = /^\/buyer\/returns\/([^/]+)\/([a-z]+)$/.exec(url.pathname);
    if (request.method === "POST" && move)
      return act(moveReturn(state, move[1] ?? "", move[2] ?? "", new Date()), response, quiet);
    if (options.secret !== undefined && request.headers.authorization !== `Bearer ${options.secret}`)
      return send(response, 401, { code: "secret.wrong", message: "The secret is missing or wrong" });
    const key = request.headers["idempotency-key"];
    const answer = answerSystemCall(state, route, {
      body,
      query: url.searchParams,
      key: typeof key === "string" ? key : null,
      now: new Date(),
    });
    if (!answer) return send(response, 404, { message: `There is nothing at ${route}` });
    store.save();
    send(response, answer.status, answer.body);
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => send(response, 500, { message: String(error) }));
  });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

const MAX_BODY = 1_000_000;

/** The JSON object in the body, `{}` for none, undefined for anything else. */
async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk as Buffer);
  }
  if (size === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
