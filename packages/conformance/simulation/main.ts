/**
 * Deterministic simulation of the runtime: `npm run soak simulation -- [--seeds N] [--from N] [--minutes M]`.
 *
 * Each seed is a world of its own: the product's own code on one to five servers, a model of the database in the place
 * of PostgreSQL, a virtual clock, and faults. `--seed N` prints what happened in it; `--defects [PART-OF-A-NAME…]`
 * plants the seeded defects in a copy, one at a time, and tells how many worlds it takes to find each.
 */
import { enableCompileCache } from "node:module";
import { takeOverPlatform } from "./world/platform.ts";

// Reading the whole product takes longer than a hundred worlds.
enableCompileCache();
takeOverPlatform();
const { runCommand } = await import("./command.ts");
process.exitCode = await runCommand(process.argv.slice(2));
