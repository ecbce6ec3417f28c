import type {
  ActivatedJob,
  ActivateJobs,
  AddFlowComment,
  AddItems,
  AddStep,
  ApiToken,
  ApiTokenCreated,
  Batch,
  BatchCheck,
  BatchChoice,
  BatchCount,
  BatchDetail,
  BatchItem,
  BeginStep,
  CaseMoment,
  ChangeFlowComment,
  CheckBatch,
  Comment,
  CompleteJob,
  CompleteTask,
  CreateBatch,
  DecisionSummary,
  DecisionUse,
  DecisionVersion,
  DecisionVersionInfo,
  DefinitionSummary,
  DefinitionVersion,
  DefinitionVersionDetail,
  Draft,
  EventTurn,
  FailJob,
  FileInfo,
  FinishSteps,
  FlowComment,
  FlowStats,
  Incident,
  Instance,
  InstanceStatus,
  InstanceSummary,
  JsonObject,
  KeepDraft,
  KeptDraft,
  KeptDraftDetail,
  LiveChange,
  MessageResult,
  MigrateInstance,
  MigrationCheck,
  ModificationCheck,
  ModifyInstance,
  NewApiToken,
  NewPerson,
  NewRole,
  Page,
  Person,
  PersonCreated,
  PersonPatch,
  PlanModification,
  Publish,
  PublishDecision,
  Published,
  PublishedDecision,
  RemoveItem,
  ReturnTask,
  Role,
  SaveDraft,
  SaveSystem,
  SaveTemplate,
  SendMessage,
  SendSignal,
  Session,
  SetVariables,
  SignalResult,
  StartInstance,
  StepOffer,
  System,
  TaskBox,
  TaskCounts,
  TaskDetail,
  TaskDraft,
  TaskResult,
  TaskSummary,
  Validation,
  VersionUsage,
  Workspace,
  WorkspaceTemplate,
} from "@flowright/client";
import type { Caller } from "./caller.ts";
import type { CaseArchive, HistoryService, RetentionService } from "./history.ts";
import type { ObservationService } from "./observation.ts";
import type { Result } from "./result.ts";
import type { Telemetry } from "./telemetry.ts";

/** Options of a POST that may be sent twice. */
export interface Once {
  /**
   * The same key with the same body gives the first success again; with another body 422. A refusal is not kept: the
   * same command may be sent again under its key once what stood in its way is gone.
   */
  readonly idempotencyKey?: string | undefined;
}

export interface Cursor {
  readonly cursor?: string | undefined;
  /** 1 to 200, default 50. */
  readonly limit?: number | undefined;
}

/** The runtime: everything the HTTP layer, the job runners and an embedding program need. */
export interface Runtime {
  readonly definitions: DefinitionService;
  readonly drafts: DraftService;
  readonly flowComments: FlowCommentService;
  readonly decisions: DecisionService;
  readonly instances: InstanceService;
  readonly batches: BatchService;
  readonly tasks: TaskService;
  readonly messages: MessageService;
  readonly jobs: JobService;
  readonly incidents: IncidentService;
  readonly files: FileService;
  readonly people: PeopleService;
  readonly sessions: SessionService;
  readonly workspaces: WorkspaceService;
  readonly systems: SystemService;
  readonly templates: TemplateService;
  readonly live: LiveService;
  readonly observation: ObservationService;
  readonly history: HistoryService;
  readonly retention: RetentionService;
  /** Database reachable and migrated, dispatcher running. */
  ready(): Promise<{ ok: true } | { ok: false; reason: string }>;
  /**
   * Before the end: `ready` says so, this process takes no more jobs and batches, and those under way finish or are
   * handed back without counting an attempt, within some seconds. Commands are still carried out.
   */
  drain(): Promise<void>;
  /** Drains, stops taking commands, finishes the ones under way, stops timers. */
  close(): Promise<void>;
}

export interface DefinitionService {
  validate(caller: Caller, definition: unknown): Promise<Validation>;
  publish(caller: Caller, body: Publish, once?: Once): Promise<Result<Published>>;
  list(caller: Caller): Promise<DefinitionSummary[]>;
  versions(caller: Caller, id: string): Promise<Result<DefinitionVersion[]>>;
  read(caller: Caller, id: string, version: number | "latest"): Promise<Result<DefinitionVersionDetail>>;
  /** Live numbers per step, of the latest version or the one named. */
  stats(caller: Caller, id: string, version?: number): Promise<Result<FlowStats>>;
  /** How many cases each version has, the latest version first. */
  usage(caller: Caller, id: string): Promise<Result<VersionUsage[]>>;
}

export interface DraftService {
  read(caller: Caller, id: string): Promise<Result<Draft>>;
  /** `ifMatch`: the revision that was read, or null to create. Stale 412, missing 428. */
  save(
    caller: Caller,
    id: string,
    body: SaveDraft,
    ifMatch: string | null | undefined,
  ): Promise<Result<Draft>>;
  remove(caller: Caller, id: string): Promise<Result<null>>;
  kept(caller: Caller, id: string): Promise<KeptDraft[]>;
  keep(caller: Caller, id: string, body: KeepDraft): Promise<Result<KeptDraft>>;
  readKept(caller: Caller, id: string, kept: string): Promise<Result<KeptDraftDetail>>;
  removeKept(caller: Caller, id: string, kept: string): Promise<Result<null>>;
}

/** Templates that people of a workspace made; `kind` is `flow` or `step`. */
export interface TemplateService {
  list(caller: Caller): Promise<WorkspaceTemplate[]>;
  read(caller: Caller, kind: string, id: string): Promise<Result<WorkspaceTemplate>>;
  /** Makes one, or replaces the version that was read; stale 412. */
  save(caller: Caller, kind: string, id: string, body: SaveTemplate): Promise<Result<WorkspaceTemplate>>;
  remove(caller: Caller, kind: string, id: string): Promise<Result<null>>;
}

/** Remarks on the drawing of a flow; they belong to its draft, not to its definition. */
export interface FlowCommentService {
  /** Threads in the order they were begun, each followed by its answers. */
  list(caller: Caller, flow: string): Promise<FlowComment[]>;
  add(caller: Caller, flow: string, body: AddFlowComment): Promise<Result<FlowComment>>;
  change(caller: Caller, flow: string, id: string, body: ChangeFlowComment): Promise<Result<FlowComment>>;
  remove(caller: Caller, flow: string, id: string): Promise<Result<null>>;
  /** Nothing that was written so far is unread for the caller any more. */
  seen(caller: Caller, flow: string): Promise<null>;
}

export interface InstanceQuery extends Cursor {
  readonly definitionId?: string | undefined;
  readonly version?: number | undefined;
  readonly status?: InstanceStatus | undefined;
  /** Cases with a token waiting at this node. */
  readonly node?: string | undefined;
  readonly incident?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  /** Started by the caller. */
  readonly startedByMe?: boolean | undefined;
  /** Number, business key, title or person. */
  readonly search?: string | undefined;
}

export interface InstanceService {
  start(caller: Caller, body: StartInstance, once?: Once): Promise<Result<InstanceSummary>>;
  startMany(caller: Caller, bodies: StartInstance[], once?: Once): Promise<Result<InstanceSummary[]>>;
  list(caller: Caller, query: InstanceQuery): Promise<Page<InstanceSummary>>;
  read(caller: Caller, id: string): Promise<Result<Instance>>;
  events(caller: Caller, id: string, query: Cursor): Promise<Result<Page<EventTurn>>>;
  /** The case as it was after its turn `seq`, counting from 1. */
  at(caller: Caller, id: string, seq: number): Promise<Result<CaseMoment>>;
  cancel(caller: Caller, id: string, reason: string, once?: Once): Promise<Result<InstanceSummary>>;
  suspend(caller: Caller, id: string, once?: Once): Promise<Result<InstanceSummary>>;
  resume(caller: Caller, id: string, once?: Once): Promise<Result<InstanceSummary>>;
  modify(caller: Caller, id: string, body: ModifyInstance, once?: Once): Promise<Result<InstanceSummary>>;
  checkModification(caller: Caller, id: string, body: PlanModification): Promise<Result<ModificationCheck>>;
  setVariables(caller: Caller, id: string, body: SetVariables, once?: Once): Promise<Result<InstanceSummary>>;
  migrate(caller: Caller, id: string, body: MigrateInstance, once?: Once): Promise<Result<InstanceSummary>>;
  checkMigration(caller: Caller, id: string, body: MigrateInstance): Promise<Result<MigrationCheck>>;
  beginStep(caller: Caller, id: string, body: BeginStep, once?: Once): Promise<Result<InstanceSummary>>;
  finishSteps(caller: Caller, id: string, body: FinishSteps, once?: Once): Promise<Result<InstanceSummary>>;
  addStep(caller: Caller, id: string, body: AddStep, once?: Once): Promise<Result<InstanceSummary>>;
  addItems(caller: Caller, id: string, body: AddItems, once?: Once): Promise<Result<InstanceSummary>>;
  removeItem(caller: Caller, id: string, body: RemoveItem, once?: Once): Promise<Result<InstanceSummary>>;
  comment(caller: Caller, id: string, text: string, once?: Once): Promise<Result<Comment>>;
}

export interface BatchItemQuery extends Cursor {
  readonly status?: BatchItem["status"] | undefined;
}

/** The same done to many cases, in the background; a killed server's part is carried on by another one. */
export interface BatchService {
  create(caller: Caller, body: CreateBatch, once?: Once): Promise<Result<Batch>>;
  /** Which cases could be carried over to another version or moved; nothing is changed. */
  check(caller: Caller, body: CheckBatch): Promise<Result<BatchCheck>>;
  /** How many cases a choice has; nothing is changed. */
  count(caller: Caller, choice: BatchChoice): Promise<Result<BatchCount>>;
  /** Newest first. */
  list(caller: Caller, query: Cursor): Promise<Page<Batch>>;
  read(caller: Caller, id: string): Promise<Result<BatchDetail>>;
  items(caller: Caller, id: string, query: BatchItemQuery): Promise<Result<Page<BatchItem>>>;
  /** What came of each case, as CSV. */
  export(caller: Caller, id: string, language: "en" | "zh-CN"): Promise<Result<string>>;
  /** Cases under way are still carried out. */
  pause(caller: Caller, id: string): Promise<Result<Batch>>;
  resume(caller: Caller, id: string): Promise<Result<Batch>>;
  cancel(caller: Caller, id: string): Promise<Result<Batch>>;
}

/** Decision tables of the workspace, each with versions of its own. */
export interface DecisionService {
  list(caller: Caller): Promise<DecisionSummary[]>;
  publish(caller: Caller, body: PublishDecision, once?: Once): Promise<Result<PublishedDecision>>;
  /** Newest first. */
  versions(caller: Caller, id: string): Promise<Result<DecisionVersionInfo[]>>;
  /** Steps that ask it, in the latest versions of flows and in those by which cases run. */
  uses(caller: Caller, id: string): Promise<Result<DecisionUse[]>>;
  /** `version`: a number, or `latest`. */
  read(caller: Caller, id: string, version: string): Promise<Result<DecisionVersion>>;
}

export interface TaskQuery extends Cursor {
  readonly box: TaskBox;
  readonly search?: string | undefined;
  readonly definitionId?: string | undefined;
  readonly instanceId?: string | undefined;
}

export interface TaskService {
  list(caller: Caller, query: TaskQuery): Promise<Page<TaskSummary>>;
  counts(caller: Caller): Promise<TaskCounts>;
  /** Steps for the caller's roles that he may begin, in the newest 200 cases that offer any. */
  offers(caller: Caller): Promise<StepOffer[]>;
  read(caller: Caller, id: string): Promise<Result<TaskDetail>>;
  claim(caller: Caller, id: string, once?: Once): Promise<Result<TaskResult>>;
  release(caller: Caller, id: string, once?: Once): Promise<Result<TaskResult>>;
  complete(caller: Caller, id: string, body: CompleteTask, once?: Once): Promise<Result<TaskResult>>;
  decide(
    caller: Caller,
    id: string,
    outcome: "approved" | "rejected",
    body: CompleteTask,
    once?: Once,
  ): Promise<Result<TaskResult>>;
  return(caller: Caller, id: string, body: ReturnTask, once?: Once): Promise<Result<TaskResult>>;
  changeApprovers(
    caller: Caller,
    id: string,
    kind: "approval.add" | "approval.remove",
    person: string,
    once?: Once,
  ): Promise<Result<TaskResult>>;
  transfer(caller: Caller, id: string, to: string, reason: string, once?: Once): Promise<Result<TaskResult>>;
  comment(caller: Caller, id: string, text: string, once?: Once): Promise<Result<Comment>>;
  readDraft(caller: Caller, id: string): Promise<Result<TaskDraft | null>>;
  saveDraft(caller: Caller, id: string, data: JsonObject): Promise<Result<TaskDraft>>;
  /** People to whom the task may be transferred. */
  colleagues(caller: Caller, id: string): Promise<Result<Person[]>>;
}

export interface MessageService {
  send(caller: Caller, body: SendMessage, once?: Once): Promise<Result<MessageResult>>;
  /** To everything that waits for the name now, and to the flows that it starts. */
  signal(caller: Caller, body: SendSignal, once?: Once): Promise<Result<SignalResult>>;
}

export interface JobService {
  /** Once `gone` is aborted nothing is taken any more. */
  activate(caller: Caller, body: ActivateJobs, gone?: AbortSignal): Promise<ActivatedJob[]>;
  complete(caller: Caller, id: string, body: CompleteJob): Promise<Result<null>>;
  fail(caller: Caller, id: string, body: FailJob): Promise<Result<null>>;
  /** In-process handlers take jobs of every tenant; `handler` answers or throws a `JobFailure`. */
  work(type: string, handler: JobHandler, options?: { concurrency?: number }): { stop(): Promise<void> };
}

/** A job for an in-process handler. */
export interface HandlerJob extends ActivatedJob {
  readonly tenant: string;
  readonly call: { readonly system: string; readonly operation: string } | null;
  readonly timeout: number;
  /** Aborted when the lease ends or the process stops. */
  readonly signal: AbortSignal;
}

export type JobOutcome =
  | { readonly ok: true; readonly result: JsonObject }
  | {
      readonly ok: false;
      /** With a code: a BPMN error, no retry. */
      readonly code?: string | undefined;
      readonly message: string;
      readonly retry: boolean;
      /** The call and the answer, kept with the incident; no secrets. */
      readonly detail?: JsonObject | undefined;
    };

export type JobHandler = (job: HandlerJob) => Promise<JobOutcome>;

export interface IncidentService {
  list(caller: Caller, query: Cursor & { open?: boolean; instanceId?: string }): Promise<Page<Incident>>;
  resolve(caller: Caller, id: string, once?: Once): Promise<Result<Incident>>;
}

export interface FileService {
  /** Size and media type are checked while reading. */
  store(
    caller: Caller,
    file: {
      name: string;
      mediaType: string;
      instanceId?: string | undefined;
      body: AsyncIterable<Uint8Array>;
    },
    once?: Once,
  ): Promise<Result<FileInfo>>;
  /** Only for those who may read the case, or the uploader before it belongs to one. */
  read(caller: Caller, id: string): Promise<Result<{ info: FileInfo; body: Uint8Array }>>;
}

export interface PeopleService {
  list(caller: Caller): Promise<Person[]>;
  create(caller: Caller, body: NewPerson, once?: Once): Promise<Result<PersonCreated>>;
  patch(caller: Caller, user: string, body: PersonPatch): Promise<Result<Person>>;
  resetPassword(caller: Caller, user: string): Promise<Result<{ password: string }>>;
  /** Refused with 409 listing the open tasks unless they are handed over. Ends sessions and sockets. */
  deactivate(caller: Caller, user: string, handOverTo?: string): Promise<Result<Person>>;
  activate(caller: Caller, user: string): Promise<Result<Person>>;
  openTasks(caller: Caller, user: string): Promise<Result<TaskSummary[]>>;
  roles(caller: Caller): Promise<Role[]>;
  createRole(caller: Caller, body: NewRole, once?: Once): Promise<Result<Role>>;
  updateRole(caller: Caller, id: string, body: Omit<NewRole, "id">): Promise<Result<Role>>;
  removeRole(caller: Caller, id: string): Promise<Result<null>>;
  tokens(caller: Caller): Promise<ApiToken[]>;
  createToken(caller: Caller, body: NewApiToken, once?: Once): Promise<Result<ApiTokenCreated>>;
  removeToken(caller: Caller, id: string): Promise<Result<null>>;
}

export interface SessionService {
  /** Password sign-in; slowed down per user and address. `secret` is the cookie's value. */
  signIn(
    user: string,
    password: string,
    address: string,
  ): Promise<Result<{ secret: string; session: Session }>>;
  /** One-click entry; the HTTP layer has checked that it is allowed. */
  enter(user: string): Promise<Result<{ secret: string; session: Session }>>;
  /** A new empty workspace with its owner. */
  ownWorkspace(name: string): Promise<Result<{ secret: string; session: Session }>>;
  /** Session cookie → caller, or null. */
  caller(secret: string): Promise<{ caller: Caller; session: Session } | null>;
  /**
   * API token → caller, or null. The bootstrap token acts in the workspace named, or in the oldest one; every
   * other token in its own.
   */
  tokenCaller(token: string, workspace?: string): Promise<Caller | null>;
  /**
   * A new password for the session's person; `current` is needed where there is one, and wrong ones are slowed
   * down like at sign-in. Ends the person's other sessions.
   */
  changePassword(
    secret: string,
    current: string | undefined,
    password: string,
    address: string,
  ): Promise<Result<null>>;
  signOut(secret: string): Promise<void>;
  switchWorkspace(secret: string, workspace: string): Promise<Result<Session>>;
  samplePeople(): Promise<
    { user: string; name: string; title: string | { en?: string; "zh-CN"?: string }; workspace: Workspace }[]
  >;
}

/** For the program that hosts the runtime; no route leads here. */
export interface WorkspaceService {
  find(id: string): Promise<Workspace | null>;
  /**
   * A workspace with the built-in roles and everything named here, in one transaction; 409 where the id is
   * taken. People who exist already (sign-in is global) become members.
   */
  create(workspace: NewWorkspace): Promise<Result<Workspace>>;
}

export interface NewWorkspace {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** Its people are sample people: one-click entry is for them alone. */
  readonly sample: boolean;
  readonly roles: readonly NewRole[];
  readonly people: readonly {
    readonly user: string;
    readonly name: string;
    /** What the person is, as the entry page shows it. */
    readonly title: string | { readonly en?: string; readonly "zh-CN"?: string };
    readonly roles: readonly string[];
    /** Absent: the person cannot sign in with a password until one is set. */
    readonly password?: string | undefined;
  }[];
}

export interface SystemService {
  list(caller: Caller): Promise<System[]>;
  save(caller: Caller, body: SaveSystem): Promise<Result<System>>;
  remove(caller: Caller, id: string): Promise<Result<null>>;
  /** For the connectors only: address, secret and operations. Never leaves the process. */
  open(tenant: string, id: string): Promise<{ system: System; secret: string | null } | null>;
}

export interface LiveService {
  /**
   * Changes of a topic after `since`; null where the position is too old (the reader must reset). The
   * listener is told when something may be new. `more`: the list is one of several, and the next begins at
   * `position`.
   */
  position(): string;
  changes(
    caller: Caller,
    topic: string,
    since: string,
  ): Promise<{ position: string; changes: LiveChange[]; more: boolean } | null>;
  /** Whether the caller may listen to this topic. */
  allowed(caller: Caller, topic: string): Promise<boolean>;
  onWake(listener: (tenants: ReadonlySet<string>) => void): () => void;
  /** Told when a session ended, so that sockets close. */
  onSessionEnd(listener: (tenant: string, user: string) => void): () => void;
}

/** How a runtime is made. `createRuntime(options)` migrates nothing; `migrate(url)` does. */
export interface RuntimeOptions {
  /** PostgreSQL 15 or newer. */
  readonly connectionString: string;
  /** Schema of Flowright's tables, default `flowright`. */
  readonly schema?: string | undefined;
  /** 32 bytes that encrypt the systems' secrets. */
  readonly secretKey: Uint8Array;
  /** Administrator's API token for automation, if set. */
  readonly bootstrapToken?: string | undefined;
  /**
   * Connections for turns (default 3) and for reading (default 6), and the milliseconds without an answer after which
   * a turn's connection is taken for dead (default 8,000; others in proportion).
   */
  readonly connections?:
    | { readonly turns?: number; readonly reads?: number; readonly silence?: number }
    | undefined;
  /**
   * Milliseconds added to the database's clock, read anew for every turn and poll: sample data and
   * scenarios move the clock with it. Absent: the database's clock as it is.
   */
  readonly clockShift?: (() => number) | undefined;
  /** False: no timers, no job workers in this process (default true). */
  readonly background?: boolean | undefined;
  /**
   * This process among those that share the schema: its name in logs and tables (default host and process number),
   * the milliseconds after which it is taken for dead when it is not heard of (default 9,000), and those that jobs
   * under way are given to finish when it drains (default 5,000).
   */
  readonly node?:
    | {
        readonly name?: string | undefined;
        readonly lease?: number | undefined;
        readonly patience?: number | undefined;
      }
    | undefined;
  /** Takes finished cases whose rule says so before they are removed; without it these stay. */
  readonly archive?: CaseArchive | undefined;
  /** The module `@opentelemetry/api`: traces go from requests over turns to jobs. Absent: none, at no cost. */
  readonly telemetry?: Telemetry | undefined;
  readonly log?: RuntimeLog | undefined;
}

export interface RuntimeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
