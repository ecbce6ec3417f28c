import type { Permission, SystemOperation } from "@flowright/client";
import type { LocalizedText } from "@flowright/definition";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type GeneratedInstant = ColumnType<Date, string | undefined, string>;
type StoredText = ColumnType<LocalizedText, string, string>;

/** Tables of people, sessions, files, systems and drafts (migration 0002 and later of that half). */
export interface PeopleTables {
  workspace: WorkspaceTable;
  person: PersonTable;
  sign_in_attempt: { key: Buffer; failures: number; last_at: ColumnType<Date, string, string> };
  member: MemberTable;
  role: RoleTable;
  session: SessionTable;
  api_token: ApiTokenTable;
  system: SystemTable;
  file: FileTable;
  draft: DraftTable;
  kept_draft: KeptDraftTable;
  workspace_template: WorkspaceTemplateTable;
  flow_comment: FlowCommentTable;
  flow_comment_seen: { tenant_id: string; flow_id: string; user_name: string; at: GeneratedInstant };
}

export interface WorkspaceTable {
  id: string;
  name: string;
  sample: boolean;
  own: Generated<boolean>;
  created_at: GeneratedInstant;
}

export interface PersonTable {
  user_name: string;
  password_hash: string | null;
  language: "en" | "zh-CN" | null;
  last_workspace: string | null;
  created_at: GeneratedInstant;
}

export interface MemberTable {
  tenant_id: string;
  user_name: string;
  name: string;
  title: ColumnType<LocalizedText | null, string | null, string | null>;
  roles: string[];
  active: Generated<boolean>;
  created_at: GeneratedInstant;
}

export interface RoleTable {
  tenant_id: string;
  id: string;
  name: StoredText;
  permissions: Permission[];
  built_in: Generated<boolean>;
}

export interface SessionTable {
  secret_hash: Buffer;
  tenant_id: string;
  user_name: string;
  created_at: GeneratedInstant;
  expires_at: ColumnType<Date, string, string>;
}

export interface ApiTokenTable {
  tenant_id: string;
  id: string;
  name: string;
  secret_hash: Buffer;
  permissions: Permission[];
  created_by: string;
  created_at: GeneratedInstant;
  last_used_at: ColumnType<Date | null, string | null | undefined, string | null>;
}

export interface SystemTable {
  tenant_id: string;
  id: string;
  name: StoredText;
  address: string;
  secret_header: string | null;
  secret: Buffer | null;
  operations: JSONColumnType<SystemOperation[], string, string>;
}

export interface FileTable {
  tenant_id: string;
  id: string;
  instance_id: string | null;
  name: string;
  media_type: string;
  size: number;
  by_user: string;
  at: GeneratedInstant;
  content: Buffer;
}

export interface DraftTable {
  tenant_id: string;
  id: string;
  revision: string;
  definition: JSONColumnType<object, string, string>;
  based_on: number | null;
  saved_at: ColumnType<Date, string, string>;
  saved_by: string;
}

export interface KeptDraftTable {
  tenant_id: string;
  id: Generated<string>;
  draft_id: string;
  reason: "named" | "replaced" | "setAside" | "discarded";
  name: string;
  note: string;
  definition: JSONColumnType<object, string, string>;
  based_on: number | null;
  saved_at: ColumnType<Date, string, string>;
  saved_by: string;
  kept_at: GeneratedInstant;
}

export interface FlowCommentTable {
  tenant_id: string;
  id: Generated<string>;
  flow_id: string;
  thread_id: string | null;
  place_on: string | null;
  place_called: string | null;
  place_x: number | null;
  place_y: number | null;
  text: string;
  by_user: string;
  at: GeneratedInstant;
  edited_at: ColumnType<Date | null, string | undefined, string>;
  deleted: Generated<boolean>;
  resolved_at: ColumnType<Date | null, string | undefined, string | null>;
  resolved_by: string | null;
}

export interface WorkspaceTemplateTable {
  tenant_id: string;
  kind: "flow" | "step";
  id: string;
  version: number;
  content: JSONColumnType<object, string, string>;
  saved_at: ColumnType<Date, string, string>;
  saved_by: string;
}
