import { insist } from "./insist.ts";
import { type Surroundings, shop } from "./shop.ts";

/** Sends one message under its id until a server has taken it; with a delay that may be shorter than the case takes. */
export async function sendMessage(
  around: Surroundings,
  message: { readonly name: string; readonly key: string; readonly id: string },
): Promise<void> {
  const { network, random, ledger, database } = around;
  await network.pause(random.between(0, 3_000));
  const keyed = random.happens(0.5);
  const ending = await insist(around, (runtime) =>
    runtime.messages.send(shop, message, keyed ? { idempotencyKey: `send ${message.id}` } : undefined),
  );
  if (ending === null) return;
  if (ending.kind === "refused") {
    ledger.violated("a message is not refused", `${message.id}: ${ending.code}`);
    return;
  }
  if (!database.rows("message").some(({ id }) => id === message.id))
    ledger.violated("an acknowledged message is stored", message.id);
}

/** Rings until nobody waits for the bell any more. */
export async function ring(around: Surroundings, done: () => boolean): Promise<void> {
  const { network, random, over } = around;
  for (let count = 0; !over() && !done(); count++) {
    await network.pause(random.between(300, 1_500));
    const id = `bell ${count}`;
    await insist(around, (runtime) => runtime.messages.signal(shop, { name: "bell", id }));
  }
}
