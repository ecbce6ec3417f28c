import type { Comment, FileInfo } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

interface CommentRow {
  id: string;
  instance_id: string;
  task: number | null;
  by_user: string;
  at: Date;
  text: string;
}

/** Comments of a case, the oldest first. */
export async function readComments(trx: Transaction<Tables>, instance: string): Promise<Comment[]> {
  const { rows } = await sql<CommentRow>`
    select id, instance_id, task, by_user, at, text from comment where instance_id = ${instance}::uuid
     order by at, id limit 1000`.execute(trx);
  return rows.map(commentOf);
}

/** A row as the API has it. */
export function commentOf(row: CommentRow): Comment {
  return {
    id: row.id,
    instanceId: row.instance_id,
    taskId: row.task === null ? null : `${row.instance_id}.${row.task}`,
    by: row.by_user,
    at: row.at.toISOString(),
    text: row.text,
  };
}

interface FileRow {
  id: string;
  instance_id: string | null;
  name: string;
  media_type: string;
  size: number;
  by_user: string;
  at: Date;
}

/** Files of a case, the oldest first. */
export async function readFiles(trx: Transaction<Tables>, instance: string): Promise<FileInfo[]> {
  const { rows } = await sql<FileRow>`
    select id, instance_id, name, media_type, size::int as size, by_user, at from file
     where instance_id = ${instance}::uuid order by at, id limit 1000`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    instanceId: row.instance_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    by: row.by_user,
    at: row.at.toISOString(),
  }));
}
