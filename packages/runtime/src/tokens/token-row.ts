import type { ApiToken, Permission } from "@flowright/client";

/** What may be read of a token; never its hash. */
export const tokenColumns = [
  "id",
  "name",
  "permissions",
  "created_by",
  "created_at",
  "last_used_at",
] as const;

export function tokenOf(row: {
  readonly id: string;
  readonly name: string;
  readonly permissions: Permission[];
  readonly created_by: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}): ApiToken {
  return {
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
