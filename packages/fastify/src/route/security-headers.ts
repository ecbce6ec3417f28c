import type { FastifyInstance } from "fastify";

/** What `helmet` sends for answers that are no page, in its words; a test holds both beside each other. */
const HEADERS: Readonly<Record<string, string>> = {
  // A studio served beside brings a policy of its own.
  "content-security-policy": "default-src 'none';frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "SAMEORIGIN",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/** A year: from then on browsers come by https alone. */
const SECURE = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

/**
 * Security headers on every answer, the same for all: put together once instead of header by header with each request,
 * which took some 7 % of its time.
 */
export function sendSecurityHeaders(app: FastifyInstance, { https }: { readonly https: boolean }): void {
  const headers = https ? { ...HEADERS, ...SECURE } : HEADERS;
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
