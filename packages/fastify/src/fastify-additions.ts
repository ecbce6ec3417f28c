import type { RoutePermission } from "./identity/authenticate.ts";
import type { Credential, Identity } from "./identity/identity.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may use the route; a route of Flowright without it does not boot. */
    permission?: RoutePermission;
    /** Nobody asks who it is, so it answers while the database is away. */
    anonymous?: boolean;
    /** The route takes a file instead of JSON. */
    upload?: boolean;
  }

  interface FastifyRequest {
    /** Null before a route of Flowright has found out, and where nobody is signed in. */
    identity: Identity | null;
    credential: Credential | null;
  }
}
