import { networkInterfaces } from "node:os";

/** The address under which other devices of the network most likely reach this machine; null without a network. */
export function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === "IPv4" && !one.internal)
    .map((one) => one.address);
  // Home and office networks first; container bridges (172.17…) last.
  const rank = (address: string) =>
    address.startsWith("192.168.")
      ? 0
      : address.startsWith("10.")
        ? 1
        : address.startsWith("172.17.")
          ? 3
          : 2;
  return addresses.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
