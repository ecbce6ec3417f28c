import { ApiError, errorOf, type Language, unexpected, unreachable } from "./api-error.ts";
import { API_PREFIX, type ApiOperation, apiRoutes } from "./routes.ts";

export interface ClientOptions {
  /** Origin of the server, e.g. `https://flowright.example`; empty for the page's own. */
  readonly baseUrl: string;
  /** API token; without it the browser's session cookie is used. */
  readonly token?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Language of problems where the profile names none. */
  readonly language?: Language | (() => Language) | undefined;
  /** Workspace that the bootstrap token acts in; the oldest one otherwise. */
  readonly workspace?: string | undefined;
}

/** What every call may add. */
export interface CallOptions {
  /**
   * The same key with the same body gives the first success again: safe to send twice. A refusal is not kept; it speaks
   * of its own request, not of another one under the same key that is still under way.
   */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type QueryValue = string | number | boolean | null | undefined;

interface CallInput extends CallOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends operations of the route table and gives their answers, or rejects with `ApiError`. */
export interface Transport {
  urlOf(
    operation: ApiOperation,
    params?: Readonly<Record<string, string | number>>,
    query?: CallInput["query"],
  ): string;
  headers(): Record<string, string>;
  language(): Language;
  call<Answer>(operation: ApiOperation, input?: CallInput): Promise<Answer>;
  /** The same where the answer is no JSON. */
  text(operation: ApiOperation, input?: CallInput): Promise<string>;
}

export function createTransport(options: ClientOptions): Transport {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const transport: Transport = {
    urlOf: (operation, params = {}, query = {}) =>
      options.baseUrl.replace(/\/+$/, "") +
      API_PREFIX +
      fillPath(apiRoutes[operation].path, params) +
      queryText(query),
    headers: () => ({
      accept: "application/json",
      "accept-language": transport.language(),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.workspace === undefined ? {} : { "flowright-workspace": options.workspace }),
    }),
    language: () => (typeof options.language === "function" ? options.language() : options.language) ?? "en",
    call: async <Answer>(operation: ApiOperation, input: CallInput = {}) => {
      const { response, text } = await ask(operation, input);
      return answerOf<Answer>(
        response.status,
        text,
        response.headers.get("retry-after"),
        transport.language(),
      );
    },
    text: async (operation, input = {}) => {
      const { response, text } = await ask(operation, input);
      if (response.ok) return text;
      throw errorOf(response.status, text, response.headers.get("retry-after"), transport.language());
    },
  };
  const ask = async (operation: ApiOperation, input: CallInput) => {
    const request: RequestInit = {
      method: apiRoutes[operation].method,
      headers: {
        ...transport.headers(),
        ...(input.body === undefined ? {} : { "content-type": "application/json" }),
        ...(input.idempotencyKey === undefined ? {} : { "idempotency-key": input.idempotencyKey }),
        ...input.headers,
      },
      credentials: "same-origin",
      signal: input.signal ?? null,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    };
    return await exchange(
      send,
      transport.urlOf(operation, input.params, input.query),
      request,
      transport.language(),
    );
  };
  return transport;
}

/** The answer in a body, or the error that it describes. */
export function answerOf<Answer>(
  status: number,
  text: string,
  retryAfter: string | null,
  language: Language,
): Answer {
  if (status < 200 || status > 299) throw errorOf(status, text, retryAfter, language);
  if (text === "") return null as Answer;
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new ApiError(unexpected(status, language));
  }
}

async function exchange(
  send: typeof fetch,
  url: string,
  request: RequestInit,
  language: Language,
): Promise<{ response: Response; text: string }> {
  try {
    const response = await send(url, request);
    return { response, text: await response.text() };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw unreachable(language);
  }
}

function fillPath(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function queryText(query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
