/** What was asked for by a key and may still be on its way. */
export interface AwaitedField {
  /** What takes the keys once it is there. */
  readonly selector: string;
  /** Called when the person gives it up with Esc before it is there. */
  readonly onGivenUp: () => void;
}

const ENDS = new WeakMap<HTMLElement, () => void>();

/**
 * Keeps what is typed until the field that was asked for is there, and types it there: without it, letters would be taken
 * for keys of the drawing while a part is being fetched. It is a field of its own that nobody sees, so that the browser
 * itself keeps corrections and Chinese words; Enter is kept, too. Does nothing where the field is there already.
 *
 * The field stays behind, unreachable by Tab: a dialog gives the focus back to what had it before, and it passes it on to
 * what really had.
 */
export function holdKeys(designer: HTMLElement, { selector, onGivenUp }: AwaitedField): void {
  ENDS.get(designer)?.();
  if (designer.querySelector(selector)) return;
  const cameFrom = document.activeElement;
  const field = document.createElement("input");
  field.className = "fw-ahead";
  field.tabIndex = -1;
  field.ariaLabel = "…";
  let entered = 0;
  let waiting = true;

  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") entered += 1;
    else if (event.key === "Tab") return back();
    else if (event.key === "Escape") {
      waiting = false;
      onGivenUp();
      back();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const arrived = ({ target }: FocusEvent) => {
    if (!waiting || !(target instanceof HTMLElement) || target.closest(selector) === null) return;
    waiting = false;
    field.ariaHidden = "true";
    typeInto(target, field.value, entered);
  };
  const back = () => {
    end();
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  };
  const focused = () => {
    if (!waiting) back();
  };
  // Whoever goes elsewhere meanwhile does not want it typed later.
  const left = () => setTimeout(() => waiting && document.activeElement !== field && end());
  const end = () => {
    waiting = false;
    field.removeEventListener("focus", focused);
    field.removeEventListener("blur", left);
    designer.removeEventListener("focusin", arrived);
    ENDS.delete(designer);
    field.remove();
  };
  field.addEventListener("keydown", pressed);
  designer.addEventListener("focusin", arrived);
  designer.append(field);
  field.focus({ preventScroll: true });
  field.addEventListener("focus", focused);
  field.addEventListener("blur", left);
  ENDS.set(designer, end);
}

/** Types text into a field as a person would, so that whoever listens hears of it; what takes no text gets none. */
function typeInto(field: HTMLElement, text: string, entered: number): void {
  const takesText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && (field.type === "text" || field.type === "search"));
  if (!takesText) return;
  // Once whoever focused it has done what else belongs to that, e.g. selected what is there.
  setTimeout(() => {
    if (text !== "") {
      field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
    }
    for (let pressed = 0; pressed < entered; pressed += 1) {
      setTimeout(() => {
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      });
    }
  });
}
