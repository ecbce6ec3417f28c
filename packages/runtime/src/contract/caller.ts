import type { Permission } from "@flowright/client";

/** On whose behalf something is done. The tenant comes from the session or token, never from a request. */
export interface Caller {
  readonly tenant: string;
  /** User name; for an API token `token:<name>`. */
  readonly user: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly roles: readonly string[];
}
