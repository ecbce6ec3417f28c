import { createContext, useContext } from "react";
import type { NodeOverlay, Overlays } from "./node-overlay.ts";

const NONE: Overlays = {};
const OverlaysContext = createContext<Overlays>(NONE);

/** Gives the overlays of the hosting page to the steps below; each designer has its own. */
export const OverlaysProvider = OverlaysContext.Provider;

export function useOverlay(id: string): NodeOverlay | null {
  return useContext(OverlaysContext)[id] ?? null;
}

export function useOverlays(): Overlays {
  return useContext(OverlaysContext);
}
