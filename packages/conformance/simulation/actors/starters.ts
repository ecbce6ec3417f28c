import { insist } from "./insist.ts";
import { type Surroundings, shop } from "./shop.ts";

/** Starts one case under an idempotency key, until a server says that it is started. */
export async function startCase(around: Surroundings, flow: string, mark: string): Promise<string | null> {
  const { network, random, ledger } = around;
  await network.pause(random.between(0, 1_500));
  const body = { definitionId: flow, variables: { mark, items: ["red", "blue", "green"] } };
  const ending = await insist(around, (runtime) =>
    runtime.instances.start(shop, body, { idempotencyKey: `start ${mark}` }),
  );
  if (ending === null) return null;
  if (ending.kind === "refused") {
    ledger.violated("a start is not refused", `${mark}: ${ending.code}`);
    return null;
  }
  ledger.acknowledge(mark);
  return ending.answer.id;
}
