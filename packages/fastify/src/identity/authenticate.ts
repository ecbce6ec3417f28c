import type { Permission } from "@flowright/client";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FlowrightOptions } from "../options.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { Refused, refused } from "../problem/refused.ts";
import { identify } from "./identity.ts";
import { checkOrigin } from "./same-origin.ts";
import { clearSessionCookie, credentialOf } from "./session-cookie.ts";

/** Who may use a route: everybody, everybody who is signed in or has a token, or those with a permission. */
export type RoutePermission = Permission | "session" | "public";

/** The hook before every route: who is it, from where, and may they. */
export function authenticate(options: FlowrightOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { permission, anonymous } = request.routeOptions.config;
    if (anonymous) return;
    checkOrigin(request, options.origins ?? []);
    const credential = credentialOf(request);
    if (credential) {
      request.credential = credential;
      request.identity = await identify(options.runtime, credential);
    }
    if (permission === "public") return;
    if (!request.identity) {
      if (credential?.kind === "cookie") clearSessionCookie(request, reply, options.secureCookies);
      reply.header("www-authenticate", 'Bearer realm="flowright"');
      throw refused(credential?.kind === "bearer" ? "session.token-refused" : "session.none");
    }
    if (permission !== "session") requirePermission(request, permission);
  };
}

/** Throws where the signed-in person does not have the permission. */
export function requirePermission(request: FastifyRequest, ...anyOf: (Permission | undefined)[]): void {
  const held = request.identity?.caller.permissions;
  if (anyOf.some((permission) => permission !== undefined && held?.has(permission))) return;
  const permission = anyOf.filter((one) => one !== undefined).join(" / ");
  throw new Refused(refuseHttp("permission.missing", { permission }).refusal);
}
