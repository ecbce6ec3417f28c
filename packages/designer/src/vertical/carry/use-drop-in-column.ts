import { useMemo } from "react";
import { inDesigner } from "../../canvas/at-hand.ts";
import { useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { addNode } from "../../model/command/structure/add-node.ts";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { isReached } from "../../model/rule/leads-on.ts";
import { type Gap, insertAt } from "../../model/structure/edit/insert-at.ts";
import { findItem, linesBehind } from "../../model/structure/find-item.ts";
import { useDesignerStore } from "../../store-context.ts";
import { showStop, stopOf } from "../stops.ts";
import type { DropInColumn } from "./drop-in-column.ts";
import { gapAt } from "./gap-at.ts";

/** How the column takes something from the palette. */
export function useDropInColumn(): DropInColumn {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useMemo(() => {
    const commandAt = (element: ElementType, at: { x: number; y: number }) => {
      const step = element.kind === "boundary" ? stepAt(at) : null;
      if (step !== null) return { key: null, command: addNode(element, { attachedTo: step }) };
      const key = gapAt(at);
      return key === null ? null : { key, command: insertAt(JSON.parse(key) as Gap, element) };
    };
    const show = (id: string | undefined) => {
      requestAnimationFrame(() => {
        const frame = inDesigner(".fw-vertical");
        if (!frame || id === undefined) return;
        showStop(frame, id);
        stopOf(frame, id)?.focus();
      });
    };
    const run = (command: ReturnType<typeof insertAt>) => {
      const outcome = store.getState().run(command);
      if (outcome.ok) show(outcome.selection?.[0]);
    };
    return {
      over(element, at) {
        const found = commandAt(element, at);
        const tried = found?.command.execute(store.getState().definition);
        const refusal = tried && !tried.ok ? tried.refusal.message : null;
        const { language } = store.getState();
        const gap = refusal ? null : (found?.key ?? null);
        ui.getState().set({ carried: { name: element.name[language], at, gap, refusal } });
      },
      drop(element, at) {
        const found = commandAt(element, at);
        if (found) run(found.command);
      },
      behindSelected(element) {
        const { definition, selection } = store.getState();
        const id = selection[0];
        const { nodes, edges } = indexOf(definition);
        const found = id === undefined ? null : findItem(definition, id);
        const around = nodes.get(id ?? "")?.parent ?? edges.get(id ?? "")?.parent ?? null;
        // Beginnings, blocks that wait for an event and targets of jumps stand beside the flow, where the selected step is.
        if (element.kind !== "boundary" && !isReached(element))
          run(addNode(element, { container: around?.id ?? null, centre: { x: 0, y: 0 } }));
        else if (id !== undefined && edges.has(id)) run(insertAt({ edges: [id] }, element));
        else if (id !== undefined && element.kind === "boundary") run(addNode(element, { attachedTo: id }));
        else if (found && id !== undefined) {
          const lines = linesBehind(found);
          run(insertAt(lines.length > 0 ? { edges: lines } : { after: id }, element));
        } else {
          const last = [...nodes.values()].find(({ node, parent }) => parent === null && node.kind === "end")
            ?.node.id;
          const before = last === undefined ? null : findItem(definition, last);
          const entry = before?.item.entry ?? [];
          const free = { container: null, centre: { x: 0, y: 0 } };
          run(entry.length > 0 ? insertAt({ edges: entry }, element) : addNode(element, free));
        }
      },
      leave() {
        ui.getState().set({ carried: null });
      },
    };
  }, [store, ui]);
}

function stepAt(at: { readonly x: number; readonly y: number }): string | null {
  for (const element of document.elementsFromPoint(at.x, at.y)) {
    const card = element.closest<HTMLElement>(".fw-v-card");
    const step = card?.querySelector<HTMLElement>("[data-step]")?.dataset["step"];
    if (step !== undefined) return step;
  }
  return null;
}
