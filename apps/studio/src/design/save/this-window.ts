const LOCK = "flowright-design ";

/** Names this window of the browser, anew with each load of the page. */
export const THIS_WINDOW = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((byte) => byte.toString(16).padStart(2, "0"))
  .join("");

// Held for as long as the page is there; whoever asks sees by it which windows still are.
if (typeof navigator !== "undefined")
  void navigator.locks?.request(`${LOCK}${THIS_WINDOW}`, () => new Promise(() => undefined));

/** The windows of this browser that are there now; just this one where the browser does not say. */
export async function windowsAlive(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.flatMap(({ name = "" }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  return new Set([THIS_WINDOW, ...names]);
}
