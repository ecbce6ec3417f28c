import { runHousekeeping } from "./background/housekeeping.ts";
import { keepPartitions } from "./background/keep-partitions.ts";
import { createBatchService } from "./batches/create-batch-service.ts";
import { runBatches } from "./batches/run-batches.ts";
import { runCalls } from "./calls/run-calls.ts";
import type { Runtime, RuntimeOptions } from "./contract/runtime.ts";
import { createSettingAside } from "./damage/set-aside.ts";
import { openDatabase } from "./database/open-database.ts";
import { createDecisionService } from "./decisions/create-decision-service.ts";
import { createDefinitionService } from "./definitions/create-definition-service.ts";
import { createDraftService } from "./drafts/create-draft-service.ts";
import { createFileService } from "./files/create-file-service.ts";
import { createFlowCommentService } from "./flow-comments/create-flow-comment-service.ts";
import { createHistoryService, runRetention } from "./history/create-history-service.ts";
import { createRetentionService } from "./history/create-retention-service.ts";
import { createIncidentService } from "./incidents/create-incident-service.ts";
import { createInstanceService } from "./instances/create-instance-service.ts";
import { createJobService } from "./jobs/create-job-service.ts";
import { sweepJobs } from "./jobs/sweep-jobs.ts";
import { createLiveService } from "./live/create-live-service.ts";
import { createMessageService } from "./messages/create-message-service.ts";
import { runMessages } from "./messages/run-messages.ts";
import { isMigrated } from "./migrations/migrate.ts";
import { joinNodes } from "./nodes/membership.ts";
import { createObservation, measureTimers } from "./observation/create-observation.ts";
import { createMetrics } from "./observation/metrics.ts";
import { createTracing } from "./observation/trace-turns.ts";
import { createPeopleService } from "./people/create-people-service.ts";
import { createSessionService } from "./sessions/create-session-service.ts";
import { createSystemService } from "./systems/create-system-service.ts";
import { createTaskService } from "./tasks/create-task-service.ts";
import { handOver } from "./tasks/hand-over.ts";
import { createTemplateService } from "./templates/create-template-service.ts";
import { runTimerStarts } from "./timers/run-timer-starts.ts";
import { runTimers } from "./timers/run-timers.ts";
import { createDispatcher } from "./turns/dispatcher.ts";
import { createProgramCache } from "./turns/program-cache.ts";
import type { TurnParts } from "./turns/turn-parts.ts";
import { createWorkspaceService } from "./workspaces/create-workspace-service.ts";

/**
 * Opens a runtime on a migrated schema. Every promise that it makes is kept by rows, so any number of runtimes
 * may share a schema and each may be killed at any moment.
 */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { log } = options;
  const background = options.background ?? true;
  const database = openDatabase(options);
  if (background) await database.hold();
  const programs = createProgramCache();
  const inFlight = options.connections?.turns ?? 3;
  const clockShift = options.clockShift ?? (() => 0);
  const damaged = createSettingAside(() => parts);
  const tracing = options.telemetry ? createTracing(options.telemetry, database) : null;
  const dispatcher = createDispatcher({ database, programs, clockShift, log, inFlight, damaged });
  const turns = tracing?.turns(dispatcher) ?? dispatcher;
  const membership = background ? joinNodes(database, { ...options.node, log }) : null;
  const metrics = createMetrics();
  const measured = measureTimers(metrics);
  const parts: TurnParts = {
    database,
    turns,
    programs,
    clockShift: options.clockShift,
    membership,
    log,
    measured,
  };
  const observation = createObservation(parts, metrics, background);
  const live = createLiveService(parts, options.connectionString);
  turns.onCommit(() => live.committed());
  // Where the database is away or not migrated yet, `ready` tells; the live feed begins once it is there.
  await live
    .start()
    .catch((error: unknown) => log?.warn({ error: String(error) }, "live changes: not read yet"));
  const untraced = createJobService(parts, background);
  const jobs = tracing?.jobs(untraced) ?? untraced;
  const instances = createInstanceService(parts);
  const batches = background ? runBatches(parts) : null;
  const retention = background ? runRetention(parts, options.archive) : null;
  const pollers =
    batches && retention
      ? [
          runTimers(parts),
          runTimerStarts(parts),
          runMessages(parts),
          runCalls(parts),
          batches,
          sweepJobs(parts),
          runHousekeeping(parts),
          keepPartitions(database, log),
          retention,
        ]
      : [];
  let drained: Promise<void> | null = null;
  let closed: Promise<void> | null = null;
  const drain = () => {
    drained ??= Promise.all([membership?.drain(), batches?.stop(), jobs.stop()]).then(() => undefined);
    return drained;
  };

  return {
    definitions: createDefinitionService(parts, () => live.committed()),
    drafts: createDraftService({ database, changed: () => live.committed() }),
    flowComments: createFlowCommentService(database, () => live.committed()),
    decisions: createDecisionService(parts),
    instances,
    batches: createBatchService(parts, () => batches?.wake()),
    tasks: createTaskService(parts),
    messages: createMessageService(parts),
    jobs,
    incidents: createIncidentService(parts),
    files: createFileService({ database }),
    people: createPeopleService({
      database,
      handOver: (caller, user, to) => handOver(parts, caller, user, to),
      sessionEnded: live.sessionEnded,
    }),
    sessions: createSessionService({
      database,
      log,
      bootstrapToken: options.bootstrapToken,
      sessionEnded: live.sessionEnded,
    }),
    workspaces: createWorkspaceService({ database }),
    templates: createTemplateService(database),
    systems: createSystemService({ database, secretKey: options.secretKey }),
    live,
    observation,
    history: createHistoryService(parts, options.archive),
    retention: createRetentionService(parts, options.archive !== undefined, () => retention?.wake()),
    ready: async () => {
      if (closed) return { ok: false, reason: "closing" };
      if (drained) return { ok: false, reason: "draining" };
      try {
        const migrated = await isMigrated(database.reads, database.schema);
        return migrated ? { ok: true } : { ok: false, reason: "the database is not migrated" };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    drain,
    close: () => {
      closed ??= (async () => {
        await Promise.all([drain(), ...pollers.map((poller) => poller.stop())]);
        await turns.close();
        await membership?.leave();
        await observation.stop();
        await live.stop();
        await database.close();
      })();
      return closed;
    },
  };
}
