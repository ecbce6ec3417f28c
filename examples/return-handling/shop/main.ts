import type { OutgoingMessage } from "./buyer-actions.ts";
import { createShopServer } from "./shop-server.ts";

/**
 * Runs the stand-in. Environment: SHOP_PORT (default 3100), SHOP_HOST (127.0.0.1), SHOP_FILE (state, default
 * in memory), SHOP_SECRET, FLOWRIGHT_URL (http://127.0.0.1:3000), FLOWRIGHT_TOKEN (may send messages).
 */
const { SHOP_PORT = "3100", SHOP_HOST = "127.0.0.1", SHOP_FILE, SHOP_SECRET, FLOWRIGHT_TOKEN } = process.env;
const flowright = process.env.FLOWRIGHT_URL ?? "http://127.0.0.1:3000";

async function tell(message: OutgoingMessage): Promise<void> {
  const response = await fetch(`${flowright}/api/v1/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${FLOWRIGHT_TOKEN ?? ""}` },
    body: JSON.stringify({ ...message, ttl: "P7D" }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

const server = createShopServer({ file: SHOP_FILE, secret: SHOP_SECRET, tell });
server.listen(Number(SHOP_PORT), SHOP_HOST, () => {
  process.stdout.write(`The shop stand-in listens on http://${SHOP_HOST}:${SHOP_PORT}\n`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
// Started by the product's server, it ends with it, also when that was killed.
if (process.send) process.on("disconnect", () => process.exit(0));
