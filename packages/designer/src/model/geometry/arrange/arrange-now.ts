export { arranged } from "../arranged.ts";

// Outside of browsers arranging comes with the model; see `arrange-later.ts` for what it does in a page.

export function canArrange(): boolean {
  return true;
}

export async function loadArranging(): Promise<void> {}

export function arrangeWith(_: unknown): void {}
