import { readFile } from "node:fs/promises";
import type { FlowrightClient } from "@flowright/client";
import type { Shop } from "./shop-process.ts";

export const PASSWORD = "return-by-mouse";
export const SECRET = "shop-secret";

const ROLES = [
  { id: "cs", name: { en: "After-sales service", "zh-CN": "售后客服" } },
  { id: "cs-lead", name: { en: "After-sales lead", "zh-CN": "售后主管" } },
  { id: "wh", name: { en: "Warehouse inspection", "zh-CN": "仓库质检" } },
] as const;

const PEOPLE = [
  { user: "lin", name: "Lin Xiao", roles: ["admin", "designer"] },
  { user: "wang", name: "Wang Fang", roles: ["operator", "cs"] },
  { user: "zhao", name: "Zhao Min", roles: ["operator", "cs-lead"] },
  { user: "li", name: "Li Qiang", roles: ["operator", "wh"] },
] as const;

/** Roles, people and the shop as a system, entered through the API as an administrator's program would. */
export async function prepareWorkspace(admin: FlowrightClient, shop: Shop): Promise<void> {
  for (const role of ROLES) {
    await admin.people.createRole({ ...role, permissions: ["task.work", "instance.start"] });
  }
  for (const { roles, ...person } of PEOPLE) {
    await admin.people.create({ ...person, roles: [...roles], password: PASSWORD });
  }
  await admin.systems.save(await shopSystem(shop));
}

type System = Parameters<FlowrightClient["systems"]["save"]>[0];

/** What the shop's address, secret and operations are, as they are entered under Admin. */
async function shopSystem(shop: Shop): Promise<System> {
  const file = new URL("shop-operations.json", import.meta.url);
  const operations = JSON.parse(await readFile(file, "utf8")) as System["operations"];
  return {
    id: "shop",
    name: { en: "Shop", "zh-CN": "店铺系统" },
    address: shop.url,
    secretHeader: "Authorization",
    secret: `Bearer ${SECRET}`,
    operations,
  };
}
