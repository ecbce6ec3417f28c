export type { Caller } from "./contract/caller.ts";
export type { Refusal, Result } from "./contract/result.ts";
export type * from "./contract/runtime.ts";
export { createRuntime } from "./create-runtime.ts";
export { DatabaseAway } from "./database/database-away.ts";
export type { DoctorFinding, DoctorOptions, DoctorReport } from "./doctor/doctor-report.ts";
export { examineDatabase } from "./doctor/examine-database.ts";
export { RolesMissing } from "./migrations/create-roles.ts";
export { migrate } from "./migrations/migrate.ts";
