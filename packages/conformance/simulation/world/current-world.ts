import type { DatabaseServer } from "./database-server.ts";
import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

/** What the stand-ins of the platform's modules ask. One world runs at a time in a process. */
export interface CurrentWorld {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly server: DatabaseServer;
  /** How much later than asked for a pause of half a second or more may end, as a factor. */
  readonly slowness: number;
}

let current: CurrentWorld | null = null;

/** The world that runs now. Throws between two worlds. */
export function world(): CurrentWorld {
  if (current === null) throw new Error("No world runs now");
  return current;
}

export function enterWorld(next: CurrentWorld | null): void {
  current = next;
}

export function worldOrNone(): CurrentWorld | null {
  return current;
}
