import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { DesignerState, DesignerStore } from "./model/designer-store.ts";

const StoreContext = createContext<DesignerStore | null>(null);

/** Gives the designer's store to everything below. */
export const DesignerStoreProvider = StoreContext.Provider;

/** The store itself, for event handlers. */
export function useDesignerStore(): DesignerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("useDesignerStore outside of <DesignerStoreProvider>");
  return store;
}

/** A part of the state; renders again only when that part changes. Return stable values from `selector`. */
export function useDesigner<T>(selector: (state: DesignerState) => T): T {
  return useStore(useDesignerStore(), selector);
}
