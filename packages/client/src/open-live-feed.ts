import type { LiveChange, LiveMessage, LiveRequest } from "./api/live.ts";

/** `ended`: signed out or deactivated; the feed does not come back by itself. */
export type LiveState = "connecting" | "open" | "waiting" | "ended";

export interface LiveFeedOptions {
  /** Address of the feed, `/api/v1/live` in a page; http is changed to ws. */
  readonly url: string;
  onChange(topic: string, changes: LiveChange[]): void;
  /**
   * Read the topic's data anew: told once a topic is subscribed to (so nothing is lost between reading and
   * listening) and whenever the feed cannot tell what was missed.
   */
  onReset(topic: string): void;
  onState?(state: LiveState): void;
  readonly WebSocket?: typeof WebSocket | undefined;
}

export interface LiveFeed {
  subscribe(topic: string): void;
  unsubscribe(topic: string): void;
  close(): void;
}

/** Close code of the server: the session is over. */
const SESSION_ENDED = 4401;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const PING_EVERY = 25_000;
/** Without a sign of life for this long the connection is taken for dead. */
const SILENCE = 60_000;

/** One WebSocket for all topics. Comes back after a loss, with jittered back-off, and asks for what it missed. */
export function openLiveFeed(options: LiveFeedOptions): LiveFeed {
  const Socket = options.WebSocket ?? globalThis.WebSocket;
  /** Topic → last position, null before the first answer. */
  const topics = new Map<string, string | null>();
  let socket: WebSocket | null = null;
  let closed = false;
  let failures = 0;
  let heardAt = Date.now();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const send = (request: LiveRequest) => {
    if (socket?.readyState === Socket.OPEN) socket.send(JSON.stringify(request));
  };
  const ask = (topic: string) => {
    const since = topics.get(topic);
    send({ kind: "subscribe", topic, ...(since ? { since } : {}) });
  };

  const connect = () => {
    clearTimeout(retry);
    if (closed || socket !== null) return;
    options.onState?.("connecting");
    const opened = new Socket(webSocketUrl(options.url));
    socket = opened;
    heardAt = Date.now();
    opened.onopen = () => {
      options.onState?.("open");
      for (const topic of topics.keys()) ask(topic);
    };
    opened.onmessage = ({ data }) => {
      heardAt = Date.now();
      const message = messageIn(data);
      if (message) receive(message);
    };
    opened.onclose = ({ code }) => {
      if (socket !== opened) return;
      socket = null;
      if (closed) return;
      if (code === SESSION_ENDED) {
        closed = true;
        stop();
        options.onState?.("ended");
        return;
      }
      options.onState?.("waiting");
      retry = setTimeout(connect, delayAfter(failures++));
    };
  };

  const receive = (message: LiveMessage) => {
    if (!("position" in message) || !topics.has(message.topic)) return;
    // Only an answer proves that the server works again; a connection alone may be dropped at once.
    failures = 0;
    const first = topics.get(message.topic) === null;
    topics.set(message.topic, message.position);
    if (message.kind === "delta") options.onChange(message.topic, message.changes);
    else if (message.kind === "reset" || first) options.onReset(message.topic);
  };

  const heartbeat = setInterval(() => {
    if (socket === null) return;
    if (Date.now() - heardAt > SILENCE) abandon();
    else send({ kind: "ping" });
  }, PING_EVERY);
  /** A dead connection may take minutes to close; the feed does not wait for it. */
  const abandon = () => {
    const dead = socket;
    socket = null;
    dead?.close();
    connect();
  };
  const online = () => {
    failures = 0;
    connect();
  };
  globalThis.addEventListener?.("online", online);
  const stop = () => {
    clearTimeout(retry);
    clearInterval(heartbeat);
    globalThis.removeEventListener?.("online", online);
  };

  connect();
  return {
    subscribe: (topic) => {
      if (topics.has(topic)) return;
      topics.set(topic, null);
      ask(topic);
    },
    unsubscribe: (topic) => {
      if (topics.delete(topic)) send({ kind: "unsubscribe", topic });
    },
    close: () => {
      closed = true;
      stop();
      socket?.close();
    },
  };
}

/** Half to full of 0.5 s, 1 s, 2 s … 30 s, so that clients of a restarted server do not come all at once. */
function delayAfter(failures: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
}

function webSocketUrl(url: string): string {
  const base = typeof location === "undefined" ? undefined : location.href;
  return new URL(url, base).href.replace(/^http/, "ws");
}

function messageIn(data: unknown): LiveMessage | null {
  try {
    return JSON.parse(String(data)) as LiveMessage;
  } catch {
    return null;
  }
}
