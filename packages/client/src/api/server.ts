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

/** For how long the finished cases of a workspace, or of one flow in it, are kept. */
export interface CaseRetention {
  /** Id of a flow; null: all flows without a rule of their own. @maxLength 200 */
  flow: string | null;
  /** Whole days after the end; null: for ever. @minimum 7 @maximum 36500 */
  days: number | null;
  /** Each case is written into the archive before it goes. */
  export: boolean;
}

/** Finished cases whose time is over; when the first and the last of them ended. */
export interface RetentionDue {
  cases: number;
  oldest: string | null;
  newest: string | null;
}

export interface RetentionRule extends CaseRetention {
  /** What would go by this rule if it were carried out now. */
  due: RetentionDue;
}

/** One removal of finished cases. */
export interface RetentionRun {
  id: string;
  askedAt: string;
  /** Null: a server began it by itself. */
  askedBy: string | null;
  /** Cases whose time was over when it was asked for. */
  total: number;
  /** Cases removed so far. */
  cases: number;
  /** Those of them that were written into the archive before. */
  exported: number;
  /** Null: it goes on. */
  finishedAt: string | null;
  /** Why it ended early, as the server put it; what it had removed by then was exported where the rule says so. */
  problem: string | null;
}

/** How long finished cases are kept, what would go now and what went. */
export interface RetentionOverview {
  /** The rule of the workspace first, where there is one, then those of flows. */
  rules: RetentionRule[];
  due: RetentionDue;
  /** Whether this server has an archive into which cases can be written. */
  archive: boolean;
  /** The newest first, at most 20. */
  runs: RetentionRun[];
}
