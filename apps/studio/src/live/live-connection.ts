import { API_PREFIX, type LiveChange, type LiveFeed, type LiveState, openLiveFeed } from "@flowright/client";
import { create } from "zustand";
import { tabSecret } from "../session/tab-session.ts";

/** Changes of a topic; null: read everything about it anew. */
export type LiveListener = (changes: LiveChange[] | null) => void;

interface Connection {
  readonly state: LiveState;
  /** False while the last request over HTTP got no answer. */
  readonly answered: boolean;
}

export const useConnection = create<Connection>(() => ({ state: "connecting", answered: true }));

/** Whether a request over HTTP was answered at all; everything that sends one by itself may tell. */
export function noteAnswered(answered: boolean): void {
  if (useConnection.getState().answered !== answered) useConnection.setState({ answered });
}

const listeners = new Map<string, Set<LiveListener>>();
let feed: LiveFeed | null = null;

/** Opens the feed of the signed-in person; gives the function that closes it. */
export function openLive(onEnded: () => void): () => void {
  const opened = openLiveFeed({
    url: `${API_PREFIX}/live`,
    WebSocket: socketOf(tabSecret()),
    onChange: (topic, changes) => tell(topic, changes),
    onReset: (topic) => tell(topic, null),
    onState: (state) => {
      // A feed that is open has just been answered over HTTP.
      useConnection.setState(state === "open" ? { state, answered: true } : { state });
      if (state === "ended") onEnded();
    },
  });
  feed = opened;
  for (const topic of listeners.keys()) opened.subscribe(topic);
  return () => {
    opened.close();
    if (feed === opened) feed = null;
  };
}

/** Listens to a topic; the feed is asked once, however many listen. Gives the function that stops. */
export function listen(topic: string, listener: LiveListener): () => void {
  const known = listeners.get(topic);
  if (known === undefined) {
    listeners.set(topic, new Set([listener]));
    feed?.subscribe(topic);
  } else known.add(listener);
  return () => {
    const left = listeners.get(topic);
    left?.delete(listener);
    if (left?.size === 0) {
      listeners.delete(topic);
      feed?.unsubscribe(topic);
    }
  };
}

function tell(topic: string, changes: LiveChange[] | null): void {
  for (const listener of listeners.get(topic) ?? []) listener(changes);
}

/** A browser sends no Authorization header with a socket; a tab's own session travels as subprotocol. */
function socketOf(secret: string | null): typeof WebSocket {
  if (secret === null) return WebSocket;
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, ["flowright", `session.${secret}`]);
    }
  };
}
