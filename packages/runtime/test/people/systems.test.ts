import type { SaveSystem } from "@flowright/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { accepted, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
let boss: Caller;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
  boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
}, 60_000);
afterAll(() => runtime.close());

const SHOP: SaveSystem = {
  id: "shop",
  name: "Shop",
  address: "https://shop.example/api",
  secretHeader: "Authorization",
  secret: "Bearer s3cret",
  operations: [
    {
      id: "refund",
      name: "Refund",
      method: "POST",
      path: "/orders/{order}/refunds",
      parameters: [{ name: "order", in: "path" }],
      results: [],
    },
  ],
};

it("takes a secret, shows only that there is one, and gives it to the connectors", async () => {
  const saved = accepted(await runtime.systems.save(boss, SHOP));
  expect(saved.hasSecret).toBe(true);
  expect(JSON.stringify([saved, await runtime.systems.list(boss)])).not.toContain("s3cret");
  expect((await runtime.systems.open("east", "shop"))?.secret).toBe("Bearer s3cret");
  expect(await runtime.systems.open("west", "shop")).toBeNull();
  const { rows } = await runtime.admin.query("select secret from system");
  expect(rows[0]?.secret.toString("latin1")).not.toContain("s3cret");
});

it("keeps the secret where none is sent and drops it where null is sent", async () => {
  const { secret: _, ...unchanged } = SHOP;
  accepted(await runtime.systems.save(boss, { ...unchanged, name: "Our shop" }));
  expect((await runtime.systems.open("east", "shop"))?.secret).toBe("Bearer s3cret");
  accepted(await runtime.systems.save(boss, { ...unchanged, secret: null }));
  expect((await runtime.systems.open("east", "shop"))?.secret).toBeNull();
});

it("never sends a stored secret to another host", async () => {
  accepted(await runtime.systems.save(boss, SHOP));
  const { secret: _, ...elsewhere } = { ...SHOP, address: "https://evil.example/api" };
  expect(refusalOf(await runtime.systems.save(boss, elsewhere))).toBe("422 system.secret-again");
});

it("does not open a secret that was moved to another system", async () => {
  accepted(await runtime.systems.save(boss, SHOP));
  const { secret: _, ...other } = { ...SHOP, id: "other" };
  accepted(await runtime.systems.save(boss, other));
  await runtime.admin.query(
    "update system set secret = (select secret from system where id = 'shop') where id = 'other'",
  );
  expect((await runtime.systems.open("east", "other"))?.secret).toBeNull();
});

it.each([
  [{ address: "ftp://shop.example" }, "system.address-malformed"],
  [{ address: "https://user:pass@shop.example" }, "system.address-malformed"],
  [{ address: "https://" }, "system.address-malformed"],
  [{ address: "https://shop.example/?x=1" }, "system.address-malformed"],
  [{ secretHeader: "Host" }, "system.header-malformed"],
  [{ secretHeader: "X Y" }, "system.header-malformed"],
  [{ secret: "a\r\nX-Other: b" }, "system.secret-malformed"],
  [{ operations: [...SHOP.operations, ...SHOP.operations] }, "system.operation-twice"],
  [{ operations: SHOP.operations.map((o) => ({ ...o, path: "/../admin" })) }, "system.path-malformed"],
  [{ operations: SHOP.operations.map((o) => ({ ...o, path: "//evil\\x" })) }, "system.path-malformed"],
  [{ operations: SHOP.operations.map((o) => ({ ...o, parameters: [] })) }, "system.parameter-missing"],
] as const)("refuses %o", async (change, code) => {
  expect(refusalOf(await runtime.systems.save(boss, { ...SHOP, ...change } as SaveSystem))).toBe(
    `422 ${code}`,
  );
});
