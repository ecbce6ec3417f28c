import type { Permission } from "@flowright/client";
import type { Caller } from "@flowright/runtime";
import type { Ledger } from "../check/ledger.ts";
import type { Database } from "../store/database.ts";
import type { Network } from "../world/network.ts";
import type { Random } from "../world/random.ts";

/** The workspace in which everything happens. */
export const TENANT = "shop";

const PERMISSIONS: readonly Permission[] = [
  "task.work",
  "instance.start",
  "instance.read",
  "instance.operate",
  "job.work",
  "message.send",
];

/** The program and the people of the shop in one. */
export const shop: Caller = {
  tenant: TENANT,
  user: "token:shop",
  roles: [],
  permissions: new Set(PERMISSIONS),
};

/** What everybody outside has: the way to the servers, and the committed rows to look at. */
export interface Surroundings {
  readonly network: Network;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly database: Database;
  /** Whether faults are over: from then on everybody does what is to be done without delay. */
  healed(): boolean;
  /** Whether the world has ended. */
  over(): boolean;
}

/** What a worker hands in to prove under which lease it worked on which job. */
export function proofOf(lease: string, id: string): string {
  return `${lease} ${id.replace(/\.(\d+)$/, " $1")}`;
}
