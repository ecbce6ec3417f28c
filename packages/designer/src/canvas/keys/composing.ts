let open = false;

if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", () => {
    open = true;
  });
  // Some input methods end the composition before the Enter that ended it is told.
  document.addEventListener("compositionend", () => {
    setTimeout(() => {
      open = false;
    }, 0);
  });
}

interface Pressed {
  readonly isComposing?: boolean;
  readonly keyCode: number;
}

/** Whether a key belongs to an input method: nothing may be done with it, or the word that is typed is lost. */
export function isComposing(event: Pressed | { readonly nativeEvent: Pressed }): boolean {
  const { isComposing: composing, keyCode } = "nativeEvent" in event ? event.nativeEvent : event;
  return open || composing === true || keyCode === 229;
}
