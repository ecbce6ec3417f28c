import { type Edge, type Node, textOf } from "@flowright/definition";
import type { Command } from "../../model/command/command.ts";
import { moveBranch } from "../../model/command/content/move-branch.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import type { DesignerStore } from "../../model/designer-store.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { duplicateBehind } from "../../model/structure/edit/duplicate-behind.ts";
import { gapBeside, moveItem } from "../../model/structure/edit/move-item.ts";
import { removeBranch, removeItem } from "../../model/structure/edit/remove-item.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { removeWithWords } from "../remove-with-words.ts";
import { stopOf, stopsIn } from "../stops.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** Where the keyboard is: the stop, and the step or the line that it stands for. */
export interface KeyPlace {
  readonly store: DesignerStore;
  readonly column: HTMLElement;
  readonly active: HTMLElement | null;
  readonly id: string | null;
  readonly node: string | null;
  readonly edge: Edge | undefined;
}

export function placeOf(store: DesignerStore, column: HTMLElement, target: HTMLElement): KeyPlace {
  const { definition, selection } = store.getState();
  const active = target.closest<HTMLElement>("[data-stop]");
  const id = active?.dataset["stop"] ?? selection[0] ?? null;
  const { nodes, edges } = indexOf(definition);
  return {
    store,
    column,
    active,
    id,
    node: id !== null && nodes.has(id) ? id : null,
    edge: id === null ? undefined : edges.get(id)?.edge,
  };
}

/** Moves the step one place up or down and says where it stands now. */
export function moveHere(place: KeyPlace, by: -1 | 1): boolean {
  const { store, node } = place;
  if (node === null) return false;
  const { definition } = store.getState();
  const gap = gapBeside(definition, node, by);
  if (!gap) {
    say(store, "atEnd", () => ({}));
    return true;
  }
  if (!run(place, moveItem(node, gap), node)) return true;
  const { nodes, incoming } = indexOf(store.getState().definition);
  const before = nodes.get(incoming.get(node)?.[0]?.source ?? "")?.node;
  say(store, "moved", (language) => ({
    name: nameOf(nodes.get(node)?.node, language),
    before: nameOf(before, language),
  }));
  return true;
}

export function reorderHere(place: KeyPlace, by: -1 | 1): boolean {
  if (!place.edge) return false;
  run(place, moveBranch(place.edge.id, by), place.edge.id);
  return true;
}

export function duplicateHere(place: KeyPlace): boolean {
  if (place.node === null) return false;
  const outcome = place.store.getState().run(duplicateBehind(place.node));
  const made = outcome.ok ? outcome.selection?.[0] : undefined;
  if (made !== undefined) requestAnimationFrame(() => stopOf(place.column, made)?.focus());
  return true;
}

/** Takes the step or the branch away; the keyboard goes on from what stood before it. */
export function removeHere({ store, column, active, node, edge }: KeyPlace): boolean {
  const at = active ? stopsIn(column).indexOf(active) : -1;
  const { nodes, outgoing } = indexOf(store.getState().definition);
  const event = nodes.get(node ?? "")?.node;
  if (event?.kind === "boundary") {
    const line = outgoing.get(event.id)?.[0];
    const branch = line && { edge: line.id, boundary: event.id };
    removeWithWords(
      store,
      branch ? removeBranch(event.attachedTo, branch) : deleteSelection([event.id], { heal: false }),
    );
  } else if (node !== null) removeWithWords(store, removeItem(node));
  else if (edge) removeWithWords(store, removeBranch(edge.source, { edge: edge.id, boundary: null }));
  else return false;
  requestAnimationFrame(() => {
    if (!document.activeElement || document.activeElement === document.body) {
      stopsIn(column)[Math.max(0, at - 1)]?.focus();
    }
  });
  return true;
}

function run({ store, column }: KeyPlace, command: Command, focusOn: string): boolean {
  const outcome = store.getState().run(command);
  if (outcome.ok) requestAnimationFrame(() => stopOf(column, focusOn)?.focus());
  return outcome.ok;
}

function say(
  store: DesignerStore,
  key: "moved" | "atEnd",
  words: (language: "en" | "zh-CN") => Record<string, string>,
): void {
  store.getState().notify("info", inBothLanguages(VERTICAL_TEXTS, key, words));
}

function nameOf(node: Node | undefined, language: "en" | "zh-CN"): string {
  return node ? textOf(node.name, language) || elementTypeOf(node).name[language] : "";
}
