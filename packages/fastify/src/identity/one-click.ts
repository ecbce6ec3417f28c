import type { FastifyRequest } from "fastify";

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Headers by which a proxy says that it speaks for somebody else. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Whether a request comes from a browser on this very machine. The address alone is not enough: a page whose
 * name was made to point at 127.0.0.1 (DNS rebinding) gives itself away by its Host header, and a proxy on
 * this machine, which makes everybody local, by what it adds.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const address = request.raw.socket.remoteAddress ?? "";
  if (!/^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address)) return false;
  if (FORWARDED.some((name) => request.headers[name] !== undefined)) return false;
  const host = (request.headers.host ?? "").toLowerCase().replace(/:\d+$/, "");
  return LOOPBACK_NAMES.has(host);
}
