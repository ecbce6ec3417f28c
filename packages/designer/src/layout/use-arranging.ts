import type { WorkflowDefinition } from "@flowright/definition";
import { useEffect, useState } from "react";
import { canArrange, loadArranging } from "#arrange";
import { isPlaced } from "../model/geometry/arrange/is-placed.ts";

/** Whether the flow can be drawn; what arranges steps without a place is fetched on the way. */
export function useArranging(definition: WorkflowDefinition): boolean {
  const [ready, setReady] = useState(canArrange);
  useEffect(() => {
    if (ready) return;
    let over = false;
    // Where it cannot be fetched, plain columns are better than nothing.
    const drawn = () => {
      if (!over) setReady(true);
    };
    loadArranging().then(drawn, drawn);
    return () => {
      over = true;
    };
  }, [ready]);
  return ready || isPlaced(definition);
}
