import { textOf } from "@flowright/definition";
import { type RefObject, useCallback } from "react";
import { useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { actionFor } from "../canvas/keys/shortcuts.ts";
import type { Command } from "../model/command/command.ts";
import { moveBranch } from "../model/command/content/move-branch.ts";
import { deleteSelection } from "../model/command/structure/delete-selection.ts";
import { indexOf } from "../model/document/index-of.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { duplicateBehind } from "../model/structure/edit/duplicate-behind.ts";
import { gapBeside, moveItem } from "../model/structure/edit/move-item.ts";
import { removeBranch, removeItem } from "../model/structure/edit/remove-item.ts";
import { findItem, linesBehind } from "../model/structure/find-item.ts";
import { useDesignerStore } from "../store-context.ts";
import { textsOf } from "../texts/texts-of.ts";
import { removeWithWords } from "./remove-with-words.ts";
import { showStop, stopOf, stopsIn } from "./stops.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Keys of the column, out of the same table as those of the canvas. They rest while somebody types or composes. */
export function useVerticalKeys(frame: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useCallback(
    (event) => {
      const column = frame.current;
      if (!column || event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      const shortcut = actionFor(event);
      const { readOnly, definition, selection } = store.getState();
      if (!shortcut || (readOnly && !shortcut.reading)) return;
      const active = (event.target as HTMLElement).closest<HTMLElement>("[data-stop]");
      const id = active?.dataset["stop"] ?? selection[0] ?? null;
      const { nodes, edges } = indexOf(definition);
      const node = id !== null && nodes.has(id) ? id : null;
      const edge = id === null ? undefined : edges.get(id)?.edge;

      const focus = (stop: HTMLElement | undefined) => {
        if (!stop) return true;
        stop.focus();
        const to = stop.dataset["stop"] ?? "";
        showStop(column, to);
        if (nodes.has(to) || edges.has(to)) store.getState().select([to]);
        return true;
      };
      const stops = stopsIn(column);
      const walk = (by: number) => {
        const at = active ? stops.indexOf(active) : -1;
        return focus(stops[Math.max(0, Math.min(stops.length - 1, at + by))]);
      };
      const sideways = (by: -1 | 1) => {
        let branch = active?.closest<HTMLElement>("[data-branch]");
        while (branch) {
          const sibling = branchBeside(branch, by);
          if (sibling) return focus(stopsIn(sibling)[0]);
          branch = branch.parentElement?.closest<HTMLElement>("[data-branch]");
        }
        return true;
      };
      const run = (command: Command, focusOn: string) => {
        const outcome = store.getState().run(command);
        if (outcome.ok) requestAnimationFrame(() => stopOf(column, focusOn)?.focus());
        return outcome.ok;
      };
      const say = (key: "moved" | "atEnd", words: (language: "en" | "zh-CN") => Record<string, string>) =>
        store.getState().notify("info", {
          en: textsOf(VERTICAL_TEXTS, "en")(key, words("en")),
          "zh-CN": textsOf(VERTICAL_TEXTS, "zh-CN")(key, words("zh-CN")),
        });
      const move = (by: -1 | 1) => {
        const gap = node === null ? null : gapBeside(definition, node, by);
        if (node === null) return false;
        if (!gap) say("atEnd", () => ({}));
        else if (run(moveItem(node, gap), node)) {
          const now = indexOf(store.getState().definition);
          const before = now.nodes.get(now.incoming.get(node)?.[0]?.source ?? "")?.node;
          say("moved", (language) => ({
            name: nameOf(nodes.get(node)?.node, language),
            before: nameOf(before, language),
          }));
        }
        return true;
      };
      const reorder = (by: -1 | 1) => edge !== undefined && (run(moveBranch(edge.id, by), edge.id) || true);
      const remove = () => {
        const at = active ? stops.indexOf(active) : -1;
        if (node !== null && nodes.get(node)?.node.kind === "boundary") {
          removeWithWords(store, deleteSelection([node], { heal: false }));
        } else if (node !== null) removeWithWords(store, removeItem(node));
        else if (edge) removeWithWords(store, removeBranch(edge.source, { edge: edge.id, boundary: null }));
        else return false;
        requestAnimationFrame(() => {
          if (!document.activeElement || document.activeElement === document.body) {
            stopsIn(column)[Math.max(0, at - 1)]?.focus();
          }
        });
        return true;
      };
      const openMenu = (purpose: "append" | "replace") => {
        const box = (active ?? column).getBoundingClientRect();
        const place = { x: box.right + 8, y: box.top };
        if (active && !node && purpose === "append" && id?.startsWith("+")) {
          active.click();
          return true;
        }
        if (node === null) return false;
        const found = findItem(definition, node);
        const lines = found ? linesBehind(found) : [];
        const gap = lines.length > 0 ? { edges: lines } : { after: node };
        ui.getState().set({
          menu: {
            purpose: purpose === "replace" ? { type: "replace", node } : { type: "gap", gap },
            at: place,
          },
        });
        return true;
      };

      const act = (): boolean => {
        switch (shortcut.action) {
          case "down":
            return walk(1);
          case "up":
            return walk(-1);
          case "next":
            return sideways(1);
          case "previous":
            return sideways(-1);
          case "first":
            return focus(stops[0]);
          case "last":
            return focus(stops.at(-1));
          case "moveDown":
            return move(1);
          case "moveUp":
            return move(-1);
          case "moveRight":
            return reorder(1);
          case "moveLeft":
            return reorder(-1);
          case "delete":
          case "deleteHeal":
            return remove();
          case "duplicate": {
            if (node === null) return false;
            run(duplicateBehind(node), node);
            return true;
          }
          case "add":
          case "append":
            return openMenu("append");
          case "replace":
            return openMenu("replace");
          case "edit": {
            if (event.key === "Enter") return false;
            const path = (nodes.get(id ?? "") ?? edges.get(id ?? ""))?.path;
            if (id !== null && path !== undefined) store.getState().focusField(id, `${path}/name`);
            return true;
          }
          case "undo":
            store.getState().undo();
            return true;
          case "redo":
            store.getState().redo();
            return true;
          case "view":
            ui.getState().set({ view: "canvas" });
            return true;
          case "help":
            ui.getState().set({ shortcutsOpen: true });
            return true;
          case "leave":
            store.getState().select([]);
            return true;
          default:
            return false;
        }
      };
      if (act()) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [store, ui, frame],
  );
}

function branchBeside(branch: HTMLElement, by: -1 | 1): HTMLElement | null {
  let sibling = by === 1 ? branch.nextElementSibling : branch.previousElementSibling;
  while (sibling && !(sibling instanceof HTMLElement && sibling.dataset["branch"] !== undefined)) {
    sibling = by === 1 ? sibling.nextElementSibling : sibling.previousElementSibling;
  }
  return sibling as HTMLElement | null;
}

function nameOf(node: Parameters<typeof elementTypeOf>[0] | undefined, language: "en" | "zh-CN"): string {
  return node ? textOf(node.name, language) || elementTypeOf(node).name[language] : "";
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.closest('[role="dialog"]') !== null
  );
}
