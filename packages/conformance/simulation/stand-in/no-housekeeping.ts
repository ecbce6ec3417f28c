/** No part of a world: it works in days, and a world lasts minutes. */
export function runHousekeeping() {
  return { wake: () => undefined, stop: async () => undefined };
}
