/**
 * Copy and cut chosen in a menu go through the browser's own events, like their keys. Reading the clipboard needs a
 * permission that only the browser can give; where it does not, the key still works.
 */
export function fromMenu(action: "copy" | "cut" | "paste"): boolean {
  if (action !== "paste") return document.execCommand(action);
  void navigator.clipboard?.readText().then(
    (text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    },
    () => undefined,
  );
  return true;
}
