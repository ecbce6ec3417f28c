import type { Caller } from "../contract/caller.ts";

/** Whether the caller may start a flow by hand. Roles bind people; an API token has its permission alone. */
export function mayStart(caller: Caller, startableBy: readonly string[] | null): boolean {
  if (!caller.permissions.has("instance.start")) return false;
  if (startableBy === null || caller.user.startsWith("token:")) return true;
  return startableBy.some((role) => caller.roles.includes(role));
}
