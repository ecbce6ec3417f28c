import type { Migration } from "kysely/migration";
import { up as turns } from "./0001-0010/0001-turns.ts";
import { up as people } from "./0001-0010/0002-people.ts";
import { up as everyKind } from "./0001-0010/0003-every-kind.ts";
import { up as lighterTurns } from "./0001-0010/0004-lighter-turns.ts";
import { up as keptDrafts } from "./0001-0010/0005-kept-drafts.ts";
import { up as batches } from "./0001-0010/0006-batches.ts";
import { up as flowComments } from "./0001-0010/0007-flow-comments.ts";
import { up as templates } from "./0001-0010/0008-templates.ts";
import { up as nodes } from "./0001-0010/0009-nodes.ts";
import { up as auditOfASubject } from "./0001-0010/0010-audit-of-a-subject.ts";
import { up as retention } from "./0011-retention.ts";
import { up as roomForClosedTasks } from "./0012-room-for-closed-tasks.ts";
import { up as suspectJobs } from "./0013-suspect-jobs.ts";
import { up as tracesOfJobs } from "./0014-traces-of-jobs.ts";
import { up as retentionRuns } from "./0015-retention-runs.ts";

/** Every migration in order. Append-only: what was released is never edited, renamed or reordered. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-turns": { up: turns },
  "0002-people": { up: people },
  "0003-every-kind": { up: everyKind },
  "0004-lighter-turns": { up: lighterTurns },
  "0005-kept-drafts": { up: keptDrafts },
  "0006-batches": { up: batches },
  "0007-flow-comments": { up: flowComments },
  "0008-templates": { up: templates },
  "0009-nodes": { up: nodes },
  "0010-audit-of-a-subject": { up: auditOfASubject },
  "0011-retention": { up: retention },
  "0012-room-for-closed-tasks": { up: roomForClosedTasks },
  "0013-suspect-jobs": { up: suspectJobs },
  "0014-traces-of-jobs": { up: tracesOfJobs },
  "0015-retention-runs": { up: retentionRuns },
};
