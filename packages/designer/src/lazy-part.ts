import { type ComponentType, type LazyExoticComponent, lazy } from "react";

const AGAIN_AFTER = 5_000;

/**
 * A part that is fetched when it is first shown. Without a connection it cannot be: then it is tried again, and its place
 * stays empty meanwhile, instead of the whole page going down with what is drawn.
 */
export function lazyPart<Props>(
  fetch: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await patiently(fetch) }));
}

/** Fetches again when the connection is back, or after a while. */
export async function patiently<T>(fetch: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetch();
    } catch {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, AGAIN_AFTER);
        addEventListener(
          "online",
          () => {
            clearTimeout(timer);
            resolve();
          },
          { once: true },
        );
      });
    }
  }
}
