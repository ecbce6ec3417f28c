import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createShopServer } from "../../shop/shop-server.ts";
import { type ShopState, seedState } from "../../shop/shop-state.ts";

export interface Shop {
  readonly url: string;
  state(): Promise<ShopState>;
  /** A buyer or the carrier acts; gives the message for the workflow engine, null where the return is elsewhere. */
  act(path: string, body?: object): Promise<{ name: string; key: string; id: string; data: object } | null>;
  close(): Promise<void>;
}

/** The shop stand-in in this process, so that it outlives every server, with as many orders as wanted. */
export async function shopOfManyOrders(folder: string, count: number): Promise<Shop> {
  const seed = seedState(new Date());
  const orders = Array.from({ length: count }, (_, index) => {
    const order = seed.orders[index % seed.orders.length];
    if (!order) throw new Error("The shop has no orders");
    return { ...order, orderNo: `SO-${1001 + index}`, risk: 0.1 };
  });
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "shop.json");
  await writeFile(file, JSON.stringify({ ...seed, orders }));
  const server = createShopServer({ file, tell: () => Promise.reject(new Error("told by the campaign")) });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    state: async () => (await (await fetch(`${url}/state`)).json()) as ShopState,
    act: async (action, body = {}) => {
      const answer = await fetch(`${url}${action}?tell=no`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return answer.ok ? (await answer.json()).message : null;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
