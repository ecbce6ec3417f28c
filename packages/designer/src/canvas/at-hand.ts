/** The designer that was touched or focused last: on a page with several, keys and looks belong to that one. */
let last: WeakRef<HTMLElement> | null = null;

/** Notes which designer is at hand while this one is on the page; gives back what ends that. */
export function keepAtHand(designer: HTMLElement): () => void {
  const touched = () => {
    last = new WeakRef(designer);
  };
  if (designerAtHand() === null) touched();
  designer.addEventListener("pointerdown", touched, true);
  designer.addEventListener("pointerenter", touched, true);
  designer.addEventListener("focusin", touched);
  return () => {
    designer.removeEventListener("pointerdown", touched, true);
    designer.removeEventListener("pointerenter", touched, true);
    designer.removeEventListener("focusin", touched);
    if (last?.deref() === designer) last = null;
  };
}

export function designerAtHand(): HTMLElement | null {
  const designer = last?.deref();
  return designer?.isConnected ? designer : document.querySelector<HTMLElement>(".fw-designer");
}

/** The first such element of the designer at hand. */
export function inDesigner(selector: string): HTMLElement | null {
  return designerAtHand()?.querySelector<HTMLElement>(selector) ?? null;
}
