import type { CreateBatch } from "@flowright/client";
import { insist } from "./insist.ts";
import { type Surroundings, shop } from "./shop.ts";

/** Has the same done to all cases that there are: cancels them, or suspends them and lets them go on after a while. */
export async function orderBatch(around: Surroundings): Promise<void> {
  const { network, random, database } = around;
  await network.pause(random.between(300, 2_500));
  const instances = database.rows("instance").map(({ id }) => String(id));
  if (instances.length === 0) return;
  if (random.happens(0.5)) {
    await carriedOut(around, { instances, operation: { kind: "cancel", reason: "batch of cancelling" } });
    return;
  }
  await carriedOut(around, { instances, operation: { kind: "suspend" } });
  await network.pause(random.between(100, 2_000));
  await carriedOut(around, { instances, operation: { kind: "resume" } });
}

/** Orders one batch and waits until it is over. */
async function carriedOut(around: Surroundings, body: CreateBatch): Promise<void> {
  const { network, ledger, database, over } = around;
  const { kind } = body.operation;
  const ending = await insist(around, (runtime) =>
    runtime.batches.create(shop, body, { idempotencyKey: `batch ${kind}` }),
  );
  if (ending === null) return;
  if (ending.kind === "refused") {
    ledger.violated("a batch is not refused", `${kind}: ${ending.code}`);
    return;
  }
  const { id } = ending.answer;
  const batch = () => database.rows("batch").find((row) => row.id === id);
  if (batch() === undefined) ledger.violated("an acknowledged batch is stored", id);
  while (!over() && batch()?.status !== "finished") await network.pause(200);
}
