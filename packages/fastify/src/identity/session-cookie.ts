import type { FastifyReply, FastifyRequest } from "fastify";
import type { Credential } from "./identity.ts";

const NAME = "flowright_session";
const FOURTEEN_DAYS = 14 * 24 * 60 * 60;
/** How a socket of a tab with its own session, or of a program, proves itself: browsers send no header there. */
const SUBPROTOCOL = /(?:^|[\s,])session\.([A-Za-z0-9._~-]+)/;

/** The proof of a request: Authorization, then the subprotocol of a socket, then the cookie. */
export function credentialOf(request: FastifyRequest): Credential | null {
  const workspace = headerOf(request, "flowright-workspace");
  const authorization = headerOf(request, "authorization");
  if (authorization !== undefined) {
    return { kind: "bearer", secret: /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "", workspace };
  }
  const protocol = SUBPROTOCOL.exec(headerOf(request, "sec-websocket-protocol") ?? "")?.[1];
  if (protocol !== undefined) return { kind: "bearer", secret: protocol, workspace };
  const secret = request.cookies[NAME];
  return secret ? { kind: "cookie", secret } : null;
}

export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  secure: boolean | undefined,
): void {
  reply.setCookie(NAME, secret, { ...placeOf(request, secure), maxAge: FOURTEEN_DAYS });
}

export function clearSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean | undefined,
): void {
  reply.clearCookie(NAME, placeOf(request, secure));
}

function placeOf(request: FastifyRequest, secure: boolean | undefined) {
  return {
    path: "/",
    httpOnly: true,
    sameSite: "lax" as const,
    secure: secure ?? request.protocol === "https",
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
