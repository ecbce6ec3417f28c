import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/**
 * The studio runs no script but its own files. Styles may be inline because the component library sets sizes and
 * colours as style attributes.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Where the studio's build is: beside the sources in the repository, else in the package. Null: not built. */
export function studioFolder(): string | null {
  const candidates = ["../../../studio/dist", "../../studio"].map((relative) =>
    fileURLToPath(new URL(relative, import.meta.url)),
  );
  return candidates.find((folder) => existsSync(path.join(folder, "index.html"))) ?? null;
}

/** Serves the studio at `/`; every page address that is no file gets its index, so that a link may be shared. */
export async function serveStudio(app: FastifyInstance, folder: string): Promise<void> {
  const configured = { permission: "public" as const };
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get("/*", { config: configured }, async (request, reply) => {
    const { pathname } = new URL(request.url, "http://studio");
    if (pathname === "/api" || pathname.startsWith("/api/")) return reply.callNotFound();
    const file = decoded(pathname);
    if (file !== null && /\.[A-Za-z0-9]+$/.test(file)) {
      if (!existsSync(path.join(folder, path.normalize(`/${file}`)))) return reply.callNotFound();
      const immutable = file.startsWith("assets/");
      return secured(reply).sendFile(file, { maxAge: immutable ? "365d" : 0, immutable });
    }
    return secured(reply).header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
  });
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return null;
  }
}

function secured(reply: FastifyReply): FastifyReply {
  return reply
    .header("content-security-policy", CONTENT_SECURITY_POLICY)
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "same-origin")
    .header("permissions-policy", "camera=(self), microphone=(), geolocation=()");
}
