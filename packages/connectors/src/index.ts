export { callSystem, type SystemAnswer, type SystemCall } from "./call-system.ts";
export { runSystemJobs, SYSTEM_JOB, systemJobHandler } from "./system-jobs.ts";
export { tryCall } from "./try-call.ts";
