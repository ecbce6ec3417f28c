import type { Person, TaskDetail, TaskSummary } from "@flowright/client";
import { scopeVariables } from "@flowright/definition";
import { activeNodesOf, type InstanceState, returnTargets } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { plainJson } from "../contract/plain-json.ts";
import type { Result } from "../contract/result.ts";
import type { TaskService } from "../contract/runtime.ts";
import { parseRowId } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { startNodeOf } from "../definitions/start-node.ts";
import { addComment } from "../instances/add-comment.ts";
import { caseReadable } from "../instances/case-readable.ts";
import { listOffers } from "../instances/offers/list-offers.ts";
import { readComments, readFiles } from "../instances/read-comments.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { openTaskOf } from "../turns/open-task-of.ts";
import { nodeNameOf } from "../turns/program-cache.ts";
import { eventsIn } from "../turns/sql/stored-events.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { completeTask } from "./complete-task.ts";
import { countTasks, listTasks } from "./list-tasks.ts";
import {
  activePeople,
  changeApprovers,
  claimTask,
  releaseTask,
  returnTask,
  transferTask,
} from "./move-task.ts";
import { readTasks } from "./read-tasks.ts";
import { removableApprovers } from "./removable-approvers.ts";
import { scopeValues } from "./scope-values.ts";
import { readTaskDraft, saveTaskDraft } from "./task-drafts.ts";
import { refuseTask } from "./task-problems.ts";
import { taskVerbs } from "./task-verbs.ts";

export function createTaskService(parts: TurnParts): TaskService {
  return {
    list: (caller, query) => listTasks(parts, caller, query),
    counts: (caller) => countTasks(parts, caller),
    offers: (caller) => listOffers(parts, caller),
    read: (caller, id) => inTask(parts, caller, id, (trx, found) => readDetail(parts, trx, caller, found)),
    claim: (caller, id, once) => claimTask(parts, caller, id, once),
    release: (caller, id, once) => releaseTask(parts, caller, id, once),
    complete: (caller, id, body, once) => completeTask(parts, caller, id, body, null, once),
    decide: (caller, id, outcome, body, once) => completeTask(parts, caller, id, body, outcome, once),
    return: (caller, id, body, once) => returnTask(parts, caller, id, body, once),
    changeApprovers: (caller, id, kind, person, once) =>
      changeApprovers(parts, caller, id, kind, person, once),
    transfer: (caller, id, to, reason, once) => transferTask(parts, caller, id, to, reason, once),
    comment: async (caller, id, text, once) =>
      requirePermission(caller, "task.work") ??
      (await inTask(parts, caller, id, (trx, { key }) =>
        addComment(parts, trx, caller, { instance: key.instance, task: key.number }, text, once),
      )),
    readDraft: (caller, id) =>
      inTask(parts, caller, id, async (trx, { key }) => ({
        ok: true,
        value: await readTaskDraft(trx, caller, key),
      })),
    saveDraft: async (caller, id, data) =>
      requirePermission(caller, "task.work") ??
      (await inTask(parts, caller, id, async (trx, { key, task }) =>
        task.status === "open"
          ? await saveTaskDraft(parts, trx, caller, key, data)
          : refuseTask("task.closed", { status: task.status }),
      )),
    colleagues: (caller, id) =>
      inTask(parts, caller, id, async (trx, { task }) => ({
        ok: true,
        value: await colleagues(trx, caller, task),
      })),
  };
}

interface FoundTask {
  readonly key: { readonly instance: string; readonly number: number };
  readonly task: TaskSummary;
}

/** Work on a task of a case that the caller may read; whatever else is named is unknown. */
async function inTask<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  work: (trx: Transaction<Tables>, found: FoundTask) => Promise<Result<T>>,
): Promise<Result<T>> {
  const key = parseRowId(id);
  if (!key) return refuseTask("task.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const [task] = await readTasks(
      trx,
      sql`t.instance_id = ${key.instance}::uuid and t.number = ${key.number}::int
        and t.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}`,
      sql`t.number`,
      1,
    );
    return task ? await work(trx, { key, task }) : refuseTask("task.unknown", { id });
  });
}

interface CaseRow {
  state: InstanceState;
  status: string;
  version: number;
  started_by: string | null;
  form: string | null;
  done: string[];
}

async function readDetail(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  { key, task }: FoundTask,
): Promise<Result<TaskDetail>> {
  const { rows } = await sql<CaseRow>`
    select i.state, i.status, i.version, i.started_by, t.form,
           coalesce((select array_agg(distinct e ->> 'node') from instance_event n, ${sql.raw(eventsIn("n.events"))} e(e)
              where n.instance_id = i.id and e ->> 'kind' = 'node.completed'), '{}') as done
      from instance i join task t on t.instance_id = i.id and t.number = ${key.number}::int
     where i.id = ${key.instance}::uuid`.execute(trx);
  const row = rows[0];
  const versions = await loadVersions(trx, parts.programs, caller.tenant, [
    { definitionId: task.definitionId, version: row?.version ?? 0 },
  ]);
  const program = versions.get(versionKey(task.definitionId, row?.version ?? 0));
  if (!row || !program) return refuseTask("task.unknown", { id: task.id });
  const { definition } = program;
  const node = program.nodes.get(task.node);
  const step = node?.kind === "userTask" || node?.kind === "approval" ? node : null;
  const open = openTaskOf(row.state, key.number);
  const targets = open === null ? [] : returnTargets(program.program, row.state, key.number);
  const removable = open === null ? [] : removableApprovers(row.state, key.number, node);
  const formId = row.form ?? (task.type === "revision" ? startNodeOf(definition)?.form : step?.form);
  const detail: TaskDetail = {
    ...task,
    goal: step?.goal ?? null,
    documentation: node?.documentation ?? null,
    checklist: task.type === "revision" ? [] : (step?.checklist ?? []),
    form: definition.forms?.find((form) => form.id === formId) ?? null,
    schema: { type: "object", properties: { ...scopeVariables(definition, task.node) } },
    variables: plainJson(scopeValues(row.state, open?.scope ?? rootScope(row.state))),
    definition,
    activeNodes: [...activeNodesOf(row.state)],
    doneNodes: row.done,
    verbs: taskVerbs(
      caller,
      task,
      { status: row.status, startedBy: row.started_by },
      targets.length > 0,
      removable,
    ),
    removableApprovers: removable,
    reasonRequired: step?.kind === "approval" ? (step.reasonRequired ?? "reject") : "never",
    startedBy: row.started_by,
    returnTargets: targets.map(({ node: target, ways }) => ({
      node: target,
      name: nodeNameOf(program.nodes, target),
      jump: ways.includes("jump"),
    })),
    comments: await readComments(trx, key.instance),
    files: await readFiles(trx, key.instance),
  };
  return { ok: true, value: detail };
}

function rootScope(state: InstanceState): number {
  const root = Object.entries(state.scopes).find(([, scope]) => scope.parent === null);
  return Number(root?.[0] ?? 0);
}

/** People who could take the task over: those of its roles first, the present assignee left out. */
async function colleagues(trx: Transaction<Tables>, caller: Caller, task: TaskSummary): Promise<Person[]> {
  const people = (await activePeople(trx, caller.tenant)).filter((person) => person.user !== task.assignee);
  const fits = (person: Person) => person.roles.some((role) => task.candidateRoles.includes(role));
  return [...people.filter(fits), ...people.filter((person) => !fits(person))];
}
