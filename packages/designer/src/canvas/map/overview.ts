import { useStore, useStoreApi, useUpdateNodeInternals } from "@xyflow/react";
import { createContext, useContext, useEffect } from "react";

/** Below this zoom even the large name of a tile cannot be read. */
const UNREADABLE = 0.2;
/** Fewer steps can be drawn whole at any zoom. */
const MANY_STEPS = 150;

const Overview = createContext(false);
export const OverviewProvider = Overview.Provider;

/** Whether so much is in sight, and so small, that steps are drawn as bare tiles and lines without arrows. */
export function useIsOverview(): boolean {
  return useContext(Overview);
}

/** The same for the provider. When steps are drawn whole again, where lines end on them is measured anew. */
export function useOverviewOf(steps: number): boolean {
  const overview = useStore((state) => state.transform[2] < UNREADABLE) && steps > MANY_STEPS;
  const flow = useStoreApi();
  const measure = useUpdateNodeInternals();
  useEffect(() => {
    if (overview) return () => measure([...flow.getState().nodeLookup.keys()]);
  }, [overview, flow, measure]);
  return overview;
}
