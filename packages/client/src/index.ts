export type * from "./api/definition.ts";
export type * from "./api/identity.ts";
export type * from "./api/instance.ts";
export type * from "./api/live.ts";
export type * from "./api/message.ts";
export type * from "./api/page.ts";
export type * from "./api/system.ts";
export type * from "./api/task.ts";
