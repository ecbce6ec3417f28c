/** What a server needs to set up this sample: the workspace, its flow, the shop as a system, the cases. */

export { shopSystem } from "../shop/system.ts";
export { type SeedContext, seedCases } from "./seed-cases.ts";
export { SAMPLE_WORKSPACE } from "./workspace.ts";
