/**
 * Roles belong to the whole PostgreSQL cluster, so their names carry the schema. `app` sees one tenant, the
 * one set for the transaction; `engine` carries out turns, which batch several tenants, and sees them all.
 */
export interface RoleNames {
  readonly app: string;
  readonly engine: string;
}

/** `flowright_<schema>_app` and `flowright_<schema>_engine`. */
export function roleNamesOf(schema: string): RoleNames {
  return { app: `flowright_${schema}_app`, engine: `flowright_${schema}_engine` };
}

/** Schema names are ours to choose, so they are kept plain: no quoting anywhere, room for the role suffix. */
export function isSchemaName(schema: string): boolean {
  return /^[a-z][a-z0-9_]{0,39}$/.test(schema);
}
