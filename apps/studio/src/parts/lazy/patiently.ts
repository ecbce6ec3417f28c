/** Milliseconds after which a part is asked for again though nobody said that the connection is back. */
const AGAIN_AFTER = 5_000;

/** What is told while something is fetched that does not come. */
export interface Told {
  /** It did not come the first time. */
  late(): void;
  /** It came after all. */
  there(): void;
}

/** Fetches until it comes: again when the connection is back, or after a while. */
export async function patiently<T>(fetch: () => Promise<T>, told: Told): Promise<T> {
  for (let failed = false; ; failed = true) {
    try {
      const part = await fetch();
      if (failed) told.there();
      return part;
    } catch {
      if (!failed) told.late();
      await again();
    }
  }
}

function again(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_AFTER);
    addEventListener("online", go);
  });
}
