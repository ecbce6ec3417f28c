import type { Node, WorkflowDefinition } from "@flowright/definition";
import { accepted, boss, machine, storedFaults } from "../../runtime/test/turns/open-world.ts";
import type { Row } from "./harness/campaign.ts";
import { type FaultWorld, openFaultWorld } from "./harness/fault-world.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

/** F16: a join of a thousand branches and a step done ten thousand times, their calls made by three nodes. */
export async function joinFanOut({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const branches = Math.max(10, Math.round(1_000 * fraction));
  const items = Math.max(100, Math.round(10_000 * fraction));
  const began = performance.now();
  const faults = await openFaultWorld({
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 0, concurrency: 64 },
  });
  try {
    const join = await measure(faults, manyBranches(branches), {}, branches, say);
    const times = await measure(faults, manyTimes(), { count: items }, items, say);
    const broken = await faults.look(storedFaults);
    const parts = [join, times];
    const kept = broken.length === 0 && parts.every(({ ended, share }) => ended && share <= 0.05);
    return {
      name: "join-fan-out",
      size: `join of ${branches}, ${items} items, 3 nodes`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: "three nodes answer the calls of one case",
      told: branches + items,
      lost: parts.reduce((sum, { missing }) => sum + missing, 0),
      doubled: parts.reduce((sum, { more }) => sum + more, 0),
      stuck: parts.filter(({ ended }) => !ended).length,
      broken: broken.length,
      takeOver: null,
      note: `join ${join.seconds.toFixed(1)} s, items ${times.seconds.toFixed(1)} s; ${parts
        .map(({ share }) => `${(share * 100).toFixed(1)} %`)
        .join(" and ")} of the transactions were rolled back`,
      kept,
    };
  } finally {
    await faults.close();
  }
}

async function measure(
  faults: FaultWorld,
  definition: WorkflowDefinition,
  variables: Record<string, number>,
  calls: number,
  say: (line: string) => void,
) {
  const { runtime } = faults.world;
  accepted(await runtime.definitions.publish(boss, { definition }));
  const before = await transactions(faults);
  const began = performance.now();
  const { id } = accepted(await runtime.instances.start(machine, { definitionId: definition.id, variables }));
  let ended = false;
  let told = began;
  while (!ended && performance.now() - began < 600_000) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { status, done } = await progress(faults, id);
    ended = status === "completed";
    if (performance.now() > told + 10_000) {
      told = performance.now();
      say(`  ${definition.id}: ${done} of ${calls}, ${status}`);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const after = await transactions(faults);
  const { done } = await progress(faults, id);
  const rolledBack = after.rolledBack - before.rolledBack;
  const share = rolledBack / (after.committed - before.committed + rolledBack);
  return { ended, seconds, share, missing: Math.max(0, calls - done), more: Math.max(0, done - calls) };
}

async function progress(faults: FaultWorld, id: string): Promise<{ status: string; done: number }> {
  const { rows } = await faults.world.admin.query<{ status: string; done: number }>(
    `select status, (select count(*)::int from instance_event e
       where e.instance_id = i.id and e.command = 'job.complete') as done from instance i where id = $1`,
    [id],
  );
  return rows[0] ?? { status: "gone", done: 0 };
}

async function transactions(faults: FaultWorld): Promise<{ committed: number; rolledBack: number }> {
  // What the sessions counted is shown once they have reported it.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { rows } = await faults.world.admin.query<{ committed: number; rolledBack: number }>(
    `select xact_commit::int as committed, xact_rollback::int as "rolledBack" from pg_stat_database
      where datname = current_database()`,
  );
  return rows[0] ?? { committed: 0, rolledBack: 0 };
}

const FIELDS: NonNullable<WorkflowDefinition["variables"]> = {
  type: "object",
  properties: { count: { type: "integer" } },
};

function call(id: string): Extract<Node, { kind: "serviceTask" }> {
  return {
    id,
    kind: "serviceTask",
    jobType: "ship",
    timeout: "PT30S",
    retry: { attempts: 5, backoff: ["PT0.1S"] },
  };
}

function manyBranches(count: number): WorkflowDefinition {
  const branches = Array.from({ length: count }, (_, index) => `branch_${index}`);
  return {
    schema: "flowright/workflow/v1",
    id: "many-branches",
    name: "Many branches",
    variables: FIELDS,
    nodes: [
      { id: "begin", kind: "start" },
      { id: "fork", kind: "parallel" },
      ...branches.map(call),
      { id: "meet", kind: "parallel" },
      { id: "done", kind: "end" },
    ],
    edges: [
      { id: "first", source: "begin", target: "fork" },
      ...branches.map((id) => ({ id: `to_${id}`, source: "fork", target: id })),
      ...branches.map((id) => ({ id: `from_${id}`, source: id, target: "meet" })),
      { id: "last", source: "meet", target: "done" },
    ],
  };
}

function manyTimes(): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "many-times",
    name: "Many times",
    variables: FIELDS,
    nodes: [
      { id: "begin", kind: "start" },
      { ...call("each"), loop: { type: "multiInstance", collection: "count" } },
      { id: "done", kind: "end" },
    ],
    edges: [
      { id: "first", source: "begin", target: "each" },
      { id: "last", source: "each", target: "done" },
    ],
  };
}
