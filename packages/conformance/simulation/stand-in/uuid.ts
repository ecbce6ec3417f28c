import { world } from "../world/current-world.ts";
import { EPOCH } from "../world/epoch.ts";

/** The one function of the package `uuid` that the product uses, from the world's clock and randomness. */
export function v7(options: { readonly msecs?: number } = {}): string {
  const { scheduler, random } = world();
  const at = Math.floor(options.msecs ?? EPOCH + scheduler.now + scheduler.owner.skew);
  const time = at.toString(16).padStart(12, "0");
  const hex = (digits: number) =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${"89ab"[random.whole(4)]}${hex(3)}-${hex(6)}${hex(6)}`;
}
