import { insist } from "./insist.ts";
import { type Surroundings, shop } from "./shop.ts";

/** Suspends a case, and lets it go on after a while. */
export async function suspendForAWhile(around: Surroundings, id: string): Promise<void> {
  const { network, random } = around;
  await network.pause(random.between(0, 2_000));
  const key = `suspend ${id}`;
  const ending = await insist(around, (runtime) =>
    runtime.instances.suspend(shop, id, { idempotencyKey: key }),
  );
  if (ending?.kind !== "done") return;
  await network.pause(random.between(100, 2_500));
  await insist(around, (runtime) => runtime.instances.resume(shop, id, { idempotencyKey: `resume ${id}` }));
}

/** Cancels a case. */
export async function cancelCase(around: Surroundings, id: string): Promise<void> {
  const { network, random } = around;
  await network.pause(random.between(0, 3_000));
  await insist(around, (runtime) =>
    runtime.instances.cancel(shop, id, "changed his mind", { idempotencyKey: `cancel ${id}` }),
  );
}

/** Tries again whatever has become an incident, once the faults are over. */
export async function resolveIncidents(around: Surroundings): Promise<void> {
  const { network, random, database, healed, over } = around;
  const tried = new Set<string>();
  while (!over()) {
    await network.pause(random.between(200, 800));
    if (!healed() && random.happens(0.7)) continue;
    for (const { instance_id, number, resolved_at } of database.rows("incident")) {
      const id = `${String(instance_id)}.${String(number)}`;
      if (resolved_at !== null || tried.has(id)) continue;
      tried.add(id);
      const ending = await insist(around, (runtime) =>
        runtime.incidents.resolve(shop, id, { idempotencyKey: `resolve ${id}` }),
      );
      // Nothing is tried again while the case is suspended.
      if (ending?.kind === "refused") tried.delete(id);
    }
  }
}
