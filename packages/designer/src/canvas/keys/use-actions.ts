import type { ReactFlowInstance } from "@xyflow/react";
import { useCallback, useRef } from "react";
import { useTidy } from "../../layout/use-tidy.ts";
import { movableSteps, movedBy } from "../../model/command/arrange/movable.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { duplicate } from "../../model/command/structure/duplicate.ts";
import { moveNodes } from "../../model/command/structure/move-nodes.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { GRID } from "../../model/geometry/size-of.ts";
import { groupOf, withMembers } from "../../model/group/groups-of.ts";
import { type Direction, neighbourOf, readingOrder } from "../../model/walk/neighbour-of.ts";
import { useDesignerStore } from "../../store-context.ts";
import { inDesigner } from "../at-hand.ts";
import { type MenuPurpose, useCanvasUiStore } from "../canvas-ui.ts";
import { fromMenu } from "../context/from-menu.ts";
import { sortOf } from "../context/sort-of.ts";
import { drawnOf, everythingOn, groundOf, isOnGround } from "../drill/ground.ts";
import { groupFieldPath } from "../group/group-field-path.ts";
import { keepInSight } from "../keep-in-sight.ts";
import { arrangeAction } from "./arrange-actions.ts";
import type { ShortcutAction } from "./shortcuts.ts";
import type { Linking } from "./use-linking.ts";

interface Surroundings {
  readonly cursor: string | null;
  readonly focusStep: (id: string) => void;
  readonly cancelDrag: () => boolean;
  readonly flow: ReactFlowInstance;
  readonly linking: Linking;
}

/** Carries out what a key asks for; false if it is not for the canvas after all. */
export function useActions({ cursor, focusStep, cancelDrag, flow, linking }: Surroundings) {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const tidy = useTidy();
  const presses = useRef(0);
  return useCallback(
    (action: ShortcutAction, event?: KeyboardEvent): boolean => {
      const state = store.getState();
      const { definition, selection } = state;
      const index = indexOf(definition);
      const step = selection.find((id) => index.nodes.has(id)) ?? cursor;
      const ground = groundOf(definition, ui.getState().ground);
      const drawn = drawnOf(definition, ground);
      // Groups stand for their steps in whatever is done with steps.
      const chosen = withMembers(definition, selection);

      const openMenu = (purpose: MenuPurpose, near: string | null) => {
        ui.getState().set({ menu: { purpose, at: pointBeside(near) } });
        return true;
      };
      const goTo = (id: string | null) => {
        if (id === null || !isOnGround(drawn, id, ground)) return true;
        state.select([id]);
        const place = absolutePlace(drawnOf(store.getState().definition, ground), id);
        if (place) {
          keepInSight(flow, place);
          requestAnimationFrame(() => focusStep(id));
        }
        return true;
      };
      const walk = (direction: Direction) => {
        const edge = selection.map((id) => index.edges.get(id)?.edge).find((each) => each !== undefined);
        if (edge) return goTo(direction === "previous" || direction === "up" ? edge.source : edge.target);
        if (step === null) return false;
        // From a line or a frame one comes to a step; a folded group is walked to as one.
        const from = selection.find((id) => indexOf(drawn).nodes.has(id)) ?? step;
        const next = neighbourOf(drawn, from, direction);
        if (next !== null && isOnGround(drawn, next, ground)) return goTo(next);
        // On the ground of a sub-process one goes on within it.
        const order = readingOrder(drawn).filter((id) => ground !== null && isOnGround(drawn, id, ground));
        const by = { next: 1, previous: -1, up: 0, down: 0 }[direction];
        return goTo(by === 0 ? null : (order[order.indexOf(from) + by] ?? null));
      };
      const nudge = (dx: number, dy: number) => {
        const steps = movableSteps(definition, chosen.length > 0 ? chosen : step ? [step] : []);
        const moves = movedBy(definition, new Map(steps.map(({ id }) => [id, { x: dx, y: dy }])));
        // Each press is a step of its own; a key held down is one.
        if (!event?.repeat) presses.current += 1;
        if (moves.size > 0) state.run(moveNodes(moves, `nudge:${presses.current}`));
        return true;
      };
      const arranged = arrangeAction(action, { state, ui: ui.getState(), flow, step, event, goTo });
      if (arranged !== null) return arranged;

      switch (action) {
        case "add":
          return openMenu({ type: "add" }, null);
        case "append":
          return step !== null && index.nodes.get(step)?.node.kind !== "end"
            ? openMenu({ type: "append", source: step }, step)
            : openMenu({ type: "add" }, null);
        case "replace":
          return step !== null && openMenu({ type: "replace", node: step }, step);
        case "connect":
          if (step !== null) linking.begin(step);
          return true;
        case "lines": {
          if (step === null && selection.length === 0) return false;
          const edge = selection.map((id) => index.edges.get(id)?.edge).find((each) => each !== undefined);
          const lines = index.outgoing.get(edge?.source ?? step ?? "") ?? [];
          const next =
            lines[(lines.findIndex((each) => each.id === edge?.id) + 1) % Math.max(1, lines.length)];
          if (next) state.select([next.id]);
          return true;
        }
        case "edit": {
          if ((event?.target as HTMLElement | undefined)?.closest("button")) return false;
          const id = selection[0] ?? step;
          if (id === null || id === undefined) return false;
          if (groupOf(definition, id)) state.focusField(id, groupFieldPath(id));
          const path = (index.nodes.get(id) ?? index.edges.get(id))?.path;
          if (path !== undefined) state.focusField(id, `${path}/name`);
          return true;
        }
        case "next":
        case "previous":
        case "up":
        case "down":
          return walk(action);
        case "moveRight":
          return nudge(GRID, 0);
        case "moveLeft":
          return nudge(-GRID, 0);
        case "moveUp":
          return nudge(0, -GRID);
        case "moveDown":
          return nudge(0, GRID);
        case "moveFar":
          return nudge(
            event?.key === "ArrowRight" ? GRID * 5 : event?.key === "ArrowLeft" ? -GRID * 5 : 0,
            event?.key === "ArrowDown" ? GRID * 5 : event?.key === "ArrowUp" ? -GRID * 5 : 0,
          );
        case "delete":
        case "deleteHeal": {
          // The step that has the focus is the one meant, as with every other key, where nothing is selected.
          const focused = chosen.length > 0 ? null : focusedStep();
          const gone = focused === null ? chosen : [focused];
          if (gone.length > 0) state.run(deleteSelection(gone, { heal: action === "deleteHeal" }));
          return true;
        }
        case "duplicate":
          state.run(duplicate(chosen));
          return true;
        case "selectAll":
          state.select(everythingOn(definition, ground));
          return true;
        case "undo":
        case "redo": {
          state[action]();
          // What it was about comes into sight.
          const [about] = store.getState().selection;
          const place =
            about === undefined ? null : absolutePlace(drawnOf(store.getState().definition, ground), about);
          if (place) keepInSight(flow, place);
          // What had the keyboard may be gone with the step.
          if (place && about !== undefined) {
            requestAnimationFrame(() => {
              if (document.activeElement === document.body) focusStep(about);
            });
          }
          return true;
        }
        case "space":
          ui.getState().set({ spacing: true });
          return true;
        case "tidy":
          void tidy();
          return true;
        case "fit":
          void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 200 });
          return true;
        case "zoomIn":
          void flow.zoomIn({ duration: 120 });
          return true;
        case "zoomOut":
          void flow.zoomOut({ duration: 120 });
          return true;
        case "zoomReset":
          void flow.zoomTo(1, { duration: 120 });
          return true;
        case "play":
          // Once it is open the trial has keys of its own.
          if (ui.getState().playing) return false;
          ui.getState().set({ playing: true });
          return true;
        case "view":
          ui.getState().set({ view: "vertical" });
          return true;
        case "copy":
        case "cut":
        case "paste":
          return fromMenu(action, (why) => state.notify("refusal", why));
        case "menu": {
          // As a right click does: what the keyboard is at is what the menu is about.
          const about = focusedStep();
          if (about !== null && !selection.includes(about)) state.select([about]);
          const chosen = store.getState().selection;
          ui.getState().set({
            actions: { sort: sortOf(definition, chosen), at: pointBeside(chosen[0] ?? step) },
          });
          return true;
        }
        case "help":
          ui.getState().set({ shortcutsOpen: true });
          return true;
        case "leave":
          if (cancelDrag()) return true;
          if (ui.getState().ghost) ui.getState().set({ ghost: null });
          else state.select([]);
          return true;
        default:
          return false;
      }
    },
    [store, ui, cursor, focusStep, cancelDrag, flow, linking, tidy],
  );
}

function pointBeside(id: string | null): { x: number; y: number } {
  const selector = id === null ? ".react-flow" : `.react-flow__node[data-id="${CSS.escape(id)}"]`;
  const box = inDesigner(selector)?.getBoundingClientRect();
  if (!box) return { x: 80, y: 80 };
  return id === null
    ? { x: box.left + box.width / 2 - 160, y: box.top + box.height / 4 }
    : { x: box.right + 12, y: box.top };
}

function focusedStep(): string | null {
  const step = document.activeElement?.closest<HTMLElement>(".react-flow__node");
  return step?.dataset["id"] ?? null;
}
