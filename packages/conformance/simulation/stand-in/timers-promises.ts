import { later } from "../world/platform.ts";

/** A pause on the world's clock. */
export function setTimeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    later(resolve, milliseconds);
  });
}
