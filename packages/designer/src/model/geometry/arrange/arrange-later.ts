import type { arranged as Arranged } from "../arranged.ts";
import { inColumns } from "./in-columns.ts";

let known: typeof Arranged | null = null;

/** Whether what arranges has been fetched. */
export function canArrange(): boolean {
  return known !== null;
}

/** Fetches what arranges; a page that draws only placed steps never needs it. */
export async function loadArranging(): Promise<void> {
  known ??= (await import("../arranged.ts")).arranged;
}

/** For code that brings the arranging with it. */
export function arrangeWith(arrange: typeof Arranged): void {
  known = arrange;
}

/** Places for the steps of one container; plain columns as long as what arranges has not been fetched. */
export const arranged: typeof Arranged = (container, sizeOf, origin) =>
  (known ?? inColumns)(container, sizeOf, origin);
