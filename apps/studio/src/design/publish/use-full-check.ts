import type { WorkflowDefinition } from "@flowright/definition";
import { type CheckedFlow, checkFlow } from "@flowright/designer";
import { useEffect, useState } from "react";

/** What is wrong with this drawing and what may happen to a case in it; null until that is known of this very one. */
export function useFullCheck(definition: WorkflowDefinition): CheckedFlow | null {
  const [checked, setChecked] = useState<CheckedFlow | null>(null);
  useEffect(() => {
    let over = false;
    void checkFlow(definition).then((answer) => {
      if (!over) setChecked(answer);
    });
    return () => {
      over = true;
    };
  }, [definition]);
  return checked?.definition === definition ? checked : null;
}
