import type { Node } from "@flowright/definition";
import { useCallback } from "react";
import { type NodePatch, updateNode } from "../model/command/content/update-node.ts";
import { useDesignerStore } from "../store-context.ts";

/** Sets fields of one step as a step that can be undone; `typing` joins key strokes in one field. */
export type PatchNode = (patch: NodePatch, typing?: string) => void;

export function useNodePatch(id: Node["id"]): PatchNode {
  const store = useDesignerStore();
  return useCallback(
    (patch, typing) => {
      store.getState().run(updateNode(id, patch, typing));
    },
    [store, id],
  );
}
