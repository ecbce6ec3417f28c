import { later } from "../world/platform.ts";

/** A pause on the world's clock, which a signal breaks off. */
export function setTimeout<Value>(
  milliseconds: number,
  value?: Value,
  options?: { readonly signal?: AbortSignal },
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const timer = later(() => resolve(value), milliseconds);
    options?.signal?.addEventListener("abort", () => {
      timer.cancel();
      reject(new Error("The operation was aborted"));
    });
  });
}
