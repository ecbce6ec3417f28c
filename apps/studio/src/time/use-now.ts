import { useSyncExternalStore } from "react";

const EVERY = 20_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const told of listeners) told();
  }, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  // While nobody listens the clock stands, so it is set on the first look after that.
  if (timer === undefined && Date.now() - now > EVERY) now = Date.now();
  return now;
}

/** The time, ticking for everything on screen together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
