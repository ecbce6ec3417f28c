import type { Text } from "./page.ts";

/** What a role allows. Every route names one of these, `session` or `public`. */
export type Permission =
  | "task.work"
  | "instance.start"
  | "instance.read"
  | "instance.operate"
  | "definition.read"
  | "definition.write"
  | "definition.publish"
  | "definition.override"
  | "system.write"
  | "people.write"
  | "job.work"
  | "message.send";

export interface SignIn {
  /** @minLength 1 @maxLength 100 */
  user: string;
  /** @minLength 1 @maxLength 200 */
  password: string;
}

/** One-click entry as this person. */
export interface Enter {
  /** @minLength 1 @maxLength 100 */
  user: string;
  /** A session for one tab alone: its secret is answered instead of set as a cookie. */
  tab?: boolean;
}

/** A session that one tab keeps for itself and sends as bearer token. */
export interface TabSession {
  secret: string;
  session: Session;
}

export interface OwnWorkspace {
  /** Name of the new workspace. @minLength 1 @maxLength 100 */
  name: string;
}

export interface SwitchWorkspace {
  /** Id of the workspace. @minLength 1 @maxLength 100 */
  workspace: string;
}

/** What everyone may change of their own profile. */
export interface ProfilePatch {
  language: "en" | "zh-CN";
}

export interface ChangePassword {
  /** The password until now; may be left out where there was none. @maxLength 200 */
  current?: string;
  /** @minLength 8 @maxLength 200 */
  password: string;
}

/** Who is signed in, and where. */
export interface Session {
  person: Person;
  workspace: Workspace;
  permissions: Permission[];
  /** Other workspaces that this person may enter. */
  workspaces: Workspace[];
}

export interface Workspace {
  id: string;
  name: string;
  /** True for the workspace with sample data. */
  sample: boolean;
}

export interface Person {
  /** User name: stable, used in definitions and histories. */
  user: string;
  name: string;
  roles: string[];
  active: boolean;
  language: "en" | "zh-CN" | null;
  openTasks?: number;
}

export interface NewPerson {
  /** @pattern ^[a-z0-9][a-z0-9._-]{0,63}$ */
  user: string;
  /** @minLength 1 @maxLength 100 */
  name: string;
  roles: string[];
  /** Absent: one is made and returned once. @minLength 8 @maxLength 200 */
  password?: string;
  language?: "en" | "zh-CN";
}

export interface PersonPatch {
  /** @minLength 1 @maxLength 100 */
  name?: string;
  roles?: string[];
  language?: "en" | "zh-CN";
}

/** A fresh password, shown once. */
export interface PasswordReset {
  password: string;
}

export interface PersonCreated {
  person: Person;
  /** Only where one was made. */
  password?: string;
}

/** Deactivation names who takes over the open tasks, task by task or all at once. */
export interface Deactivate {
  handOverTo?: string;
}

export interface Role {
  id: string;
  name: Text;
  permissions: Permission[];
  /** Built-in roles cannot be deleted. */
  builtIn: boolean;
  members: string[];
}

export interface NewRole {
  /** @pattern ^[A-Za-z_][A-Za-z0-9_.-]{0,63}$ */
  id: string;
  name: Text;
  permissions: Permission[];
}

/** A role's new name and permissions. */
export interface UpdateRole {
  name: Text;
  permissions: Permission[];
}

export interface ApiToken {
  id: string;
  name: string;
  permissions: Permission[];
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface NewApiToken {
  /** @minLength 1 @maxLength 100 */
  name: string;
  permissions: Permission[];
}

export interface ApiTokenCreated {
  token: ApiToken;
  /** Shown once. */
  secret: string;
}

/** Who may be entered with one click: sample people, on the loopback address only. */
export interface EntryOptions {
  oneClick: boolean;
  people: { user: string; name: string; title: Text; workspace: string }[];
  /** True where "Start with my own empty workspace" is offered. */
  ownWorkspace: boolean;
}
