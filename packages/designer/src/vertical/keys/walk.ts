import { indexOf } from "../../model/document/index-of.ts";
import { showStop, stopsIn } from "../stops.ts";
import type { KeyPlace } from "./edit-here.ts";

/** Goes so many stops down or up, as far as there are some. */
export function walk(place: KeyPlace, by: number): true {
  const stops = stopsIn(place.column);
  const at = place.active ? stops.indexOf(place.active) : -1;
  return focus(place, stops[Math.max(0, Math.min(stops.length - 1, at + by))]);
}

/** Goes to the branch beside, of the innermost split that has one there. */
export function sideways(place: KeyPlace, by: -1 | 1): true {
  let branch = place.active?.closest<HTMLElement>("[data-branch]");
  while (branch) {
    const sibling = branchBeside(branch, by);
    if (sibling) return focus(place, stopsIn(sibling)[0]);
    branch = branch.parentElement?.closest<HTMLElement>("[data-branch]");
  }
  return true;
}

function focus({ column, store }: KeyPlace, stop: HTMLElement | undefined): true {
  if (!stop) return true;
  stop.focus({ preventScroll: true });
  const id = stop.dataset["stop"] ?? "";
  showStop(column, id);
  const { nodes, edges } = indexOf(store.getState().definition);
  if (nodes.has(id) || edges.has(id)) store.getState().select([id]);
  return true;
}

function branchBeside(branch: HTMLElement, by: -1 | 1): HTMLElement | null {
  const beside = (element: Element) =>
    by === 1 ? element.nextElementSibling : element.previousElementSibling;
  let sibling = beside(branch);
  while (sibling && !sibling.hasAttribute("data-branch")) sibling = beside(sibling);
  return sibling instanceof HTMLElement ? sibling : null;
}
