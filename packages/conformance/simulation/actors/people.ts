import { insist, once } from "./insist.ts";
import { type Surroundings, shop } from "./shop.ts";

/** People who look for open tasks and complete them; at times two of them at once, at times without a key. */
export async function workOnTasks(around: Surroundings): Promise<void> {
  const { network, random, database, healed, over } = around;
  const inHand = new Set<string>();
  let count = 0;
  while (!over()) {
    const open = database.rows("task").filter(({ status }) => status === "open");
    for (const { instance_id, number } of open) {
      const id = `${String(instance_id)}.${String(number)}`;
      if (inHand.has(id) || (!healed() && random.happens(0.3))) continue;
      inHand.add(id);
      const hands = random.happens(0.25) ? 2 : 1;
      const all = Array.from({ length: hands }, () => complete(around, id, `task ${count++}`));
      void Promise.all(all).finally(() => inHand.delete(id));
    }
    await network.pause(random.between(100, healed() ? 500 : 900));
  }
}

async function complete(around: Surroundings, id: string, mark: string): Promise<void> {
  const { network, random, ledger } = around;
  await network.pause(random.between(0, 300));
  const body = { data: {}, comment: mark };
  const keyed = random.happens(0.6);
  const ending = keyed
    ? await insist(around, (runtime) =>
        runtime.tasks.complete(shop, id, body, { idempotencyKey: `complete ${mark}` }),
      )
    : await once(around, (runtime) => runtime.tasks.complete(shop, id, body));
  if (ending?.kind === "done") ledger.acknowledge(mark);
  // With a key a refusal is for good: had an earlier one been carried out, its answer would have come again.
  else if (ending?.kind === "refused" && (keyed || ending.sure)) ledger.refuse(mark);
}
