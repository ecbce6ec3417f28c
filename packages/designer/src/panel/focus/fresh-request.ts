import type { DesignerStore } from "../../model/designer-store.ts";

const served = new WeakMap<DesignerStore, number>();
const taken = new WeakMap<DesignerStore, number>();
const SERVED_AFTER_MILLISECONDS = 400;

/**
 * Whether a request to focus a place is still to be served. All controls on the way see it within a moment;
 * one that is drawn later, because its step is selected again, must not pull the focus to itself.
 */
export function isFreshRequest(store: DesignerStore, serial: number): boolean {
  if ((served.get(store) ?? 0) >= serial) return false;
  taken.set(store, Math.max(serial, taken.get(store) ?? 0));
  setTimeout(() => served.set(store, Math.max(serial, served.get(store) ?? 0)), SERVED_AFTER_MILLISECONDS);
  return true;
}

/** Whether a control or a drawer has taken the request upon itself. */
export function isTaken(store: DesignerStore, serial: number): boolean {
  return (taken.get(store) ?? 0) >= serial;
}
