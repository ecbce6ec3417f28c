const LOCK = "flowright-design ";

/** Names this window of the browser, anew with each load of the page. */
const THIS_WINDOW = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((byte) => byte.toString(16).padStart(2, "0"))
  .join("");

// Held for as long as the page is there; whoever asks sees by it which windows still are.
if (typeof navigator !== "undefined")
  void navigator.locks?.request(`${LOCK}${THIS_WINDOW}`, () => new Promise(() => undefined));

let editors = 0;
const mounted = new Set<string>();

/** Names an editor: this window and a number, since one that was left may still be sending when the next opens. */
export function nextEditor(): string {
  return `${THIS_WINDOW}.${++editors}`;
}

/** Says that an editor is on screen; the function given back says that it is not any more. */
export function onScreen(editor: string): () => void {
  mounted.add(editor);
  return () => void mounted.delete(editor);
}

/** Tells the editors that are on screen, in this window or another; of others where the browser says which there are. */
export async function editorsAlive(): Promise<(editor: string) => boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const windows = new Set(held.map(({ name = "" }) => name));
  return (editor) => {
    const [window = ""] = editor.split(".");
    return window === THIS_WINDOW ? mounted.has(editor) : windows.has(`${LOCK}${window}`);
  };
}
