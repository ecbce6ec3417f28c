export type { Caller } from "./contract/caller.ts";
export type { Refusal, Result } from "./contract/result.ts";
export type * from "./contract/runtime.ts";
