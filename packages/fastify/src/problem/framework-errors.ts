import type { FastifyReply, FastifyRequest } from "fastify";
import { handleError } from "./error-handler.ts";

/**
 * For Fastify's option `frameworkErrors`: an address that cannot even be decoded belongs to no plugin, so the
 * hosting program hands it here to answer it as a problem like all others.
 */
export function frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  handleError(error, request, reply);
}
