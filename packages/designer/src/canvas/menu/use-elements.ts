import { useMemo } from "react";
import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";
import { useDesigner } from "../../store-context.ts";

/** All that can be put on the canvas here: the kinds of steps, and the templates of the workspace. */
export function useElements(): readonly ElementType[] {
  const own = useDesigner((state) => state.templateEffects.elements);
  return useMemo(() => [...ELEMENT_TYPES, ...own], [own]);
}
