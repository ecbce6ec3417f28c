import type { DesignerStore } from "../../model/designer-store.ts";

const known = new WeakMap<DesignerStore, Map<string, string>>();

/** Notes that the control with this id stands for this place of the document; gives back what ends that. */
export function noteControl(store: DesignerStore, id: string, path: string): () => void {
  const controls = known.get(store) ?? new Map<string, string>();
  known.set(store, controls.set(id, path));
  return () => controls.delete(id);
}

/** The control whose place shares most with another one, and more than their element or the flow itself. */
export function nearestControl(store: DesignerStore, path: string, element: string): string | null {
  let best: { id: string; shared: number } | null = null;
  for (const [id, place] of known.get(store) ?? []) {
    const shared = sharedParts(place, path);
    if (shared > (best?.shared ?? sharedParts(element, element))) best = { id, shared };
  }
  return best?.id ?? null;
}

function sharedParts(one: string, other: string): number {
  const parts = other.split("/");
  const differs = one.split("/").findIndex((part, at) => part !== parts[at]);
  return differs < 0 ? Math.min(one.split("/").length, parts.length) : differs;
}
