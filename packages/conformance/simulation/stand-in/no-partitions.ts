/** No part of a world: it works in days, and a world lasts minutes. */
export function keepPartitions() {
  return { wake: () => undefined, stop: async () => undefined };
}
