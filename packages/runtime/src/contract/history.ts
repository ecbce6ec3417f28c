import type {
  CaseRetention,
  JsonObject,
  RetentionDue,
  RetentionOverview,
  RetentionRun,
} from "@flowright/client";
import type { Caller } from "./caller.ts";
import type { Result } from "./result.ts";

/** For how long finished cases of a workspace, or of one flow in it, are kept. */
export interface RetentionRule {
  readonly workspace: string;
  /** Null: all flows that have no rule of their own. */
  readonly flow: string | null;
  /** Days after the end, at least 7; null: for ever. */
  readonly days: number | null;
  /** Each case is handed to the archive before it goes. */
  readonly export: boolean;
}

/** Everything that is kept of a case, as one line of an export. Instants are ISO text. */
export interface CaseRecord {
  readonly schema: "flowright/case/v1";
  readonly workspace: string;
  readonly case: JsonObject;
  /** Turns in order, each with its events. */
  readonly history: readonly JsonObject[];
  readonly tasks: readonly JsonObject[];
  readonly comments: readonly JsonObject[];
  readonly incidents: readonly JsonObject[];
  /** Name, type and size of each; `content` as base64 where it was asked for. */
  readonly files: readonly JsonObject[];
}

export interface HistoryQuery {
  readonly workspace?: string | undefined;
  readonly flow?: string | undefined;
  /** ISO; finished before. */
  readonly before?: string | undefined;
  /** Running cases, too. */
  readonly running?: boolean | undefined;
  /** Contents of files, too. */
  readonly files?: boolean | undefined;
}

export interface Retired {
  readonly cases: number;
  /** Months of the event log that were dropped. */
  readonly months: readonly string[];
}

/** The past of finished cases, for the hosting program alone. */
export interface HistoryService {
  /** Refuses an unknown workspace or flow, and fewer than 7 days. */
  keep(rule: RetentionRule): Promise<Result<RetentionRule>>;
  rules(): Promise<RetentionRule[]>;
  /** Retires what is due now; a server with background work does so by itself every hour. */
  retire(): Promise<Retired>;
  /** Cases in the order of their start, each complete, read a few at a time. */
  export(query: HistoryQuery): AsyncIterable<CaseRecord>;
}

/** Where cases go before they are removed; resolves once they are safe there. May be told of a case twice. */
export type CaseArchive = (records: readonly CaseRecord[]) => Promise<void>;

/** For how long the finished cases of the caller's workspace are kept; for those who run its systems. */
export interface RetentionService {
  read(caller: Caller): Promise<Result<RetentionOverview>>;
  /** What would go by this rule beside the others; nothing is changed. */
  check(caller: Caller, rule: CaseRetention): Promise<Result<RetentionDue>>;
  save(caller: Caller, rule: CaseRetention): Promise<Result<CaseRetention>>;
  /** The flow goes by the rule of its workspace again. */
  removeOfFlow(caller: Caller, flow: string): Promise<Result<null>>;
  /** Asks for a removal now, or gives the one under way. A process with background work carries it out. */
  run(caller: Caller): Promise<Result<RetentionRun>>;
}
