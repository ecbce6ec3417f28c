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
  const { network, random, ledger, over } = around;
  await network.pause(random.between(0, 300));
  const body = { data: {}, comment: mark };
  const keyed = random.happens(0.6);
  const patient = keyed && random.happens(0.3);
  const idempotencyKey = `complete ${mark}`;
  while (!over()) {
    const ending = keyed
      ? await insist(around, (runtime) => runtime.tasks.complete(shop, id, body, { idempotencyKey }))
      : await once(around, (runtime) => runtime.tasks.complete(shop, id, body));
    if (ending?.kind === "done") ledger.acknowledge(mark);
    if (ending?.kind !== "refused") return;
    // A refusal is not kept under the key: who waits until the case goes on sends the same command again.
    if (patient && ending.code === "instance.suspended") {
      await network.pause(random.between(100, 900));
      continue;
    }
    // With a key this holds after lost answers, too: had an earlier request been carried out, its answer would have come.
    if (ending.sure) ledger.refuse(mark);
    return;
  }
}
