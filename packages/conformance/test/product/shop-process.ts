import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const PROGRAM = fileURLToPath(new URL("../../../../examples/return-handling/shop/main.ts", import.meta.url));

/** What the stand-in shows of itself, as far as tests look at it. */
export interface ShopState {
  readonly refunds: readonly { readonly orderNo: string; readonly amount: string }[];
  readonly stock: readonly { readonly sku: string; readonly sellable: number }[];
  readonly labels: readonly { readonly returnNo: string }[];
}

export interface Shop {
  readonly url: string;
  state(): Promise<ShopState>;
  stop(): Promise<void>;
}

/** The shop stand-in as a program of its own, asking its callers for a secret. */
export async function startShop(secret: string): Promise<Shop> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, SHOP_PORT: String(port), SHOP_SECRET: secret },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const until = performance.now() + 20_000;
  while (!(await fetch(`${url}/health`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`The shop ended with ${child.exitCode}`);
    if (performance.now() > until) throw new Error("The shop does not answer");
    await delay(50);
  }
  return {
    url,
    state: async () => (await (await fetch(`${url}/state`)).json()) as ShopState,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
