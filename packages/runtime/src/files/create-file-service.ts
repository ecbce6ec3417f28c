import { createHash, randomUUID } from "node:crypto";
import type { FileInfo } from "@flowright/client";
import type { FileService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { isUuid } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { refuseFile } from "./file-problems.ts";
import { mayReadCase } from "./may-read-case.ts";
import { acceptedMediaType } from "./media-types.ts";

const MEGABYTES = 20;
const LIMIT = MEGABYTES * 1024 * 1024;

/** Files of cases, kept in the database so that one backup holds everything. */
export function createFileService({ database }: { readonly database: Database }): FileService {
  return {
    store: async (caller, file, once) => {
      const mediaType = acceptedMediaType(file.mediaType);
      if (mediaType === null) return refuseFile("file.kind", { kind: file.mediaType.slice(0, 100) });
      const { instanceId } = file;
      if (instanceId !== undefined) {
        const may = await withTenant(database, caller, (trx) => mayReadCase(trx, caller, instanceId));
        if (!may) return refuseFile("file.case-unknown", { id: instanceId }, { path: "/instanceId" });
      }
      const content = await readBody(file.body);
      if (content === null) return refuseFile("file.too-large", { limit: MEGABYTES });
      if (content.length === 0) return refuseFile("file.empty");
      const name = cleanName(file.name);
      // The content by its hash: with the same key another file is another request.
      const request = {
        name,
        mediaType,
        instanceId,
        hash: createHash("sha256").update(content).digest("hex"),
      };
      return withTenant(database, caller, (trx) =>
        withOnce(trx, caller, once, "files.store", request, async () => {
          const row = await trx
            .insertInto("file")
            .values({
              tenant_id: caller.tenant,
              id: randomUUID(),
              instance_id: instanceId ?? null,
              name,
              media_type: mediaType,
              size: content.length,
              by_user: caller.user,
              content,
            })
            .returning(infoColumns)
            .executeTakeFirstOrThrow();
          return { ok: true, value: infoOf(row) };
        }),
      );
    },
    read: (caller, id) =>
      withTenant(database, caller, async (trx) => {
        if (!isUuid(id)) return refuseFile("file.unknown", { id });
        const info = await trx
          .selectFrom("file")
          .select(infoColumns)
          .where("tenant_id", "=", caller.tenant)
          .where("id", "=", id)
          .executeTakeFirst();
        const may =
          info &&
          (info.instance_id === null
            ? info.by_user === caller.user
            : await mayReadCase(trx, caller, info.instance_id));
        if (!may) return refuseFile("file.unknown", { id });
        const { content } = await trx
          .selectFrom("file")
          .select("content")
          .where("tenant_id", "=", caller.tenant)
          .where("id", "=", id)
          .executeTakeFirstOrThrow();
        return { ok: true, value: { info: infoOf(info), body: content } };
      }),
  };
}

const infoColumns = ["id", "instance_id", "name", "media_type", "size", "by_user", "at"] as const;

function infoOf(row: {
  readonly id: string;
  readonly instance_id: string | null;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly by_user: string;
  readonly at: Date;
}): FileInfo {
  return {
    id: row.id,
    instanceId: row.instance_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    by: row.by_user,
    at: row.at.toISOString(),
  };
}

/** The whole content, or null as soon as it is too large; what follows is then not read. */
async function readBody(body: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The last part of a path, without characters that a file system or a terminal would take for more. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/\p{C}/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .trim();
  return [...clean].slice(0, 200).join("") || "file";
}
