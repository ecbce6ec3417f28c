import type { BilingualText } from "@flowright/definition";

/** Something about the server that a person should look at; it goes on meanwhile. */
export interface ServerAlarm {
  code: string;
  /** When it was first seen. */
  since: string;
  message: BilingualText;
  fix: BilingualText;
}

/** How the servers on this database and its queues are, for those who run them. Times in seconds. */
export interface ServerHealth {
  /** When it was read, by the database's clock; null where the database does not answer. */
  at: string | null;
  alarms: ServerAlarm[];
  servers: { name: string; state: string }[];
  /** Commands that wait for their turn in the server that answers. */
  turns: { waiting: number; oldest: number };
  /** Calls to systems and workers. */
  jobs: { ready: number; running: number; oldest: number };
  timers: { due: number; latest: number };
  /** What cases and messages have to tell cases. */
  deliveries: { pending: number; oldest: number };
  database: { connections: number; mostConnections: number; oldestTransaction: number; clockSkew: number };
}
