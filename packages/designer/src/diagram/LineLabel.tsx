import { type ReactFlowState, useStore } from "@xyflow/react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";

/**
 * What belongs to a line and is no drawing: its label and its tools. React Flow's own renderer looks for their layer
 * in the whole page at every change and for every line, which with 1,000 lines takes longer than all the rest.
 */
export function LineLabel({ children }: { readonly children: ReactNode }) {
  const layer = useStore(layerOf);
  return layer && createPortal(children, layer);
}

const found = new WeakMap<Element, Element>();

function layerOf({ domNode }: ReactFlowState): Element | null {
  if (!domNode) return null;
  const before = found.get(domNode);
  if (before?.isConnected) return before;
  const layer = domNode.querySelector(".react-flow__edgelabel-renderer");
  if (layer) found.set(domNode, layer);
  return layer;
}
