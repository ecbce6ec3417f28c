import type { TaskBox } from "@flowright/client";

/** The boxes of the inbox that hold tasks. */
export const LIST_BOXES = ["mine", "available", "upcoming", "done"] as const satisfies readonly TaskBox[];

export type ListBox = (typeof LIST_BOXES)[number];

export function isListBox(value: unknown): value is ListBox {
  return LIST_BOXES.some((box) => box === value);
}
