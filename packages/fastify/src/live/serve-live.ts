import type { LiveMessage, LiveRequest } from "@flowright/client";
import type { Caller, LiveService } from "@flowright/runtime";
import type { FastifyBaseLogger } from "fastify";
import type { WebSocket } from "ws";
import { isOfType } from "../problem/check-input.ts";
import { type HttpProblem, refuseHttp } from "../problem/http-problems.ts";

export interface LiveOptions {
  readonly live: LiveService;
  readonly caller: Caller;
  /** Reads the caller anew; null where the session is over. */
  renew(): Promise<Caller | null>;
  readonly log: FastifyBaseLogger;
}

/** Close codes: ours begin at 4400. */
const CODES = {
  sessionEnded: 4401,
  tooManyErrors: 1008,
  failed: 1011,
  restart: 1012,
  tooSlow: 1013,
} as const;

const MOST_TOPICS = 100;
const MOST_ERRORS = 20;
/** Messages that wait for their turn; a reader asks for 100 topics at once when it comes back. */
const MOST_WAITING = 300;
/** Bytes waiting for a reader that does not read. */
const MOST_BUFFERED = 1024 * 1024;
const HEARTBEAT = 25_000;
/** Roles may have changed: they are read anew before changes are sent, at most this often. */
const CALLER_AGE = 2_000;

/** Serves one connection of the live feed until it closes. */
export function serveLive(socket: WebSocket, { live, renew, log, ...options }: LiveOptions): void {
  /** Topic → position up to which the reader knows it. */
  const topics = new Map<string, string>();
  let caller = options.caller;
  let callerReadAt = Date.now();
  let errors = 0;
  let waiting = 0;
  let alive = true;
  /** Work on the connection in order: one message or flush at a time. */
  let work: Promise<void> = Promise.resolve();
  let flushAsked = false;

  const send = (message: LiveMessage) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MOST_BUFFERED) socket.close(CODES.tooSlow, "reading too slowly");
    else socket.send(JSON.stringify(message));
  };
  const refuse = (code: HttpProblem, params: Record<string, string | number> = {}, topic?: string) => {
    const { problem } = refuseHttp(code, params).refusal;
    const { message, fix } = problem;
    send({ kind: "error", ...(topic === undefined ? {} : { topic }), code, message, fix });
    if (++errors >= MOST_ERRORS) socket.close(CODES.tooManyErrors, "too many errors");
  };
  const enqueue = (job: () => Promise<void>) => {
    work = work.then(job).catch((error: unknown) => {
      log.warn({ err: error }, "live connection failed");
      socket.close(CODES.failed, "internal error");
    });
  };

  /** False where the connection is over: signed out, deactivated, or gone to another workspace. */
  const renewCaller = async (): Promise<boolean> => {
    const renewed = await renew();
    callerReadAt = Date.now();
    if (renewed === null) socket.close(CODES.sessionEnded, "session ended");
    else if (renewed.tenant !== caller.tenant) socket.close(CODES.restart, "workspace changed");
    else {
      caller = renewed;
      return true;
    }
    return false;
  };

  const catchUp = async (topic: string, since: string): Promise<void> => {
    const news = await live.changes(caller, topic, since);
    if (news === null) {
      const position = live.position();
      topics.set(topic, position);
      send({ kind: "reset", topic, position });
    } else {
      topics.set(topic, news.position);
      if (news.changes.length > 0) {
        send({ kind: "delta", topic, position: news.position, changes: news.changes });
      }
      if (news.more) askFlush();
    }
  };
  const flush = async (): Promise<void> => {
    flushAsked = false;
    if (topics.size === 0 || socket.readyState !== socket.OPEN) return;
    if (Date.now() - callerReadAt > CALLER_AGE && !(await renewCaller())) return;
    for (const [topic, since] of [...topics]) await catchUp(topic, since);
  };
  const askFlush = () => {
    if (flushAsked) return;
    flushAsked = true;
    enqueue(flush);
  };

  const subscribe = async (topic: string, since: string | undefined): Promise<void> => {
    if (!topics.has(topic) && topics.size >= MOST_TOPICS) {
      return refuse("live.too-many-topics", { limit: MOST_TOPICS }, topic);
    }
    if (topic.length > 300 || !topic.isWellFormed() || topic.includes("\0")) return refuse("live.malformed");
    if (!(await live.allowed(caller, topic))) return refuse("live.topic-refused", { topic }, topic);
    const position = since ?? live.position();
    topics.set(topic, position);
    send({ kind: "subscribed", topic, position });
    if (since !== undefined) await catchUp(topic, since);
  };
  const receive = async (request: LiveRequest): Promise<void> => {
    if (request.kind === "ping") send({ kind: "pong" });
    else if (request.kind === "unsubscribe") topics.delete(request.topic);
    else await subscribe(request.topic, request.since);
  };

  const ask = (request: LiveRequest) => {
    waiting++;
    enqueue(() =>
      receive(request).finally(() => {
        waiting--;
      }),
    );
  };

  socket.on("message", (data, binary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (waiting >= MOST_WAITING) return socket.close(CODES.tooManyErrors, "too many messages at once");
    const request = binary ? null : parse(String(data));
    if (isOfType("LiveRequest", request)) ask(request);
    else refuse("live.malformed");
  });
  socket.on("pong", () => {
    alive = true;
  });
  socket.on("error", (error) => log.debug({ err: error }, "live connection broken"));

  const heartbeat = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
    enqueue(async () => {
      if (await renewCaller()) askFlush();
    });
  }, HEARTBEAT);
  const stopWake = live.onWake((tenants) => {
    if (tenants.has(caller.tenant)) askFlush();
  });
  const stopSessionEnd = live.onSessionEnd((tenant, user) => {
    if (tenant === caller.tenant && user === caller.user) {
      enqueue(async () => {
        await renewCaller();
      });
    }
  });
  socket.on("close", () => {
    clearInterval(heartbeat);
    stopWake();
    stopSessionEnd();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
