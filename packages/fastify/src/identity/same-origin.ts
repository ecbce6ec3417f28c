import type { FastifyRequest } from "fastify";
import { refused } from "../problem/refused.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what a page of another site makes the browser send: with its cookie, or without one (signing a
 * visitor in as somebody else). Programs send no Origin and prove themselves with a token.
 */
export function checkOrigin(request: FastifyRequest, origins: readonly string[]): void {
  const upgrade = request.headers.upgrade !== undefined;
  if (SAFE.has(request.method) && !upgrade) return;
  if (request.headers.authorization !== undefined) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    const site = request.headers["sec-fetch-site"];
    if (site === undefined || site === "same-origin" || site === "none") return;
    throw refused("origin.foreign", { origin: String(site) });
  }
  if (isOwn(origin, request.host) || origins.includes(origin)) return;
  throw refused("origin.foreign", { origin: origin.slice(0, 200) });
}

/** The scheme is left out: behind a proxy that ends TLS the server sees http. */
function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === withoutDefaultPort(origin, host);
}

function withoutDefaultPort(origin: string, host: string): string {
  return host.toLowerCase().replace(origin.startsWith("https:") ? /:443$/ : /:80$/, "");
}
