import type { ElementType } from "../../model/element/element-type.ts";

/** Bringing something new from the palette into the column: to a "+", onto a step, or behind the selected one. */
export interface DropInColumn {
  /** Shows where it would go; to be called while it is dragged. */
  over(element: ElementType, at: { x: number; y: number }): void;
  drop(element: ElementType, at: { x: number; y: number }): void;
  behindSelected(element: ElementType): void;
  leave(): void;
}
