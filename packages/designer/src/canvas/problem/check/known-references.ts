import type { KnownReferences } from "@flowright/definition";
import type { DesignerState } from "../../../model/designer-store.ts";

/** What there is to refer to; what the page does not name is not checked. */
export function knownReferences({
  flows,
  decisions,
}: Pick<DesignerState, "flows" | "decisions">): KnownReferences {
  return {
    ...(flows === null ? {} : { flows: flows.map(({ id }) => id) }),
    ...(decisions === null ? {} : { decisions: decisions.map(({ id }) => id) }),
  };
}
