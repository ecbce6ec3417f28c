import type { Connection, Edge, Node } from "@xyflow/react";
import { type MouseEvent, useMemo } from "react";
import { connect } from "../model/command/structure/connect.ts";
import { reconnect } from "../model/command/structure/reconnect.ts";
import { indexOf } from "../model/document/index-of.ts";
import { useDesignerStore } from "../store-context.ts";
import { useCanvasUiStore } from "./canvas-ui.ts";
import { groupFieldPath } from "./group/group-field-path.ts";

/**
 * What clicks on steps and lines do. The functions stay the same from edit to edit: React Flow hands them to each step
 * and line, and draws all of them anew where one is another.
 */
export function useElementClicks() {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useMemo(
    () => ({
      onNodeClick: (event: MouseEvent, node: Node) => {
        // A frame takes no part in a marquee, so it is selected here.
        if (node.type === "frame") {
          const { selection, select } = store.getState();
          const more = event.ctrlKey || event.metaKey || event.shiftKey;
          const others = selection.filter((id) => id !== node.id);
          if (!more) select([node.id]);
          else select(others.length < selection.length ? others : [...others, node.id]);
          return;
        }
        // A line begun by keyboard or from the tools may be ended with the pointer.
        const linking = ui.getState().linking;
        if (!linking) return;
        ui.getState().set({ linking: null });
        store.getState().run(connect(linking.source, node.id));
      },
      onNodeDoubleClick: (_: MouseEvent, node: Node) => {
        const { definition, focusField } = store.getState();
        const placed = indexOf(definition).nodes.get(node.id);
        if (node.type !== "step") focusField(node.id, groupFieldPath(node.id));
        if (placed) focusField(node.id, `${placed.path}/name`);
      },
      onEdgeDoubleClick: (_: MouseEvent, edge: Edge) => {
        const { definition, focusField } = store.getState();
        const placed = indexOf(definition).edges.get(edge.id);
        if (placed) focusField(edge.id, `${placed.path}/name`);
      },
      onReconnect: (edge: Edge, { source, target }: Connection) => {
        store.getState().run(reconnect(edge.id, { source, target }));
      },
    }),
    [store, ui],
  );
}
