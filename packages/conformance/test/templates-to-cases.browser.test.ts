import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createClient, type FlowrightClient } from "@flowright/client";
import { applyTemplate, type FlowTemplate } from "@flowright/templates";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser } from "./product/visitors.ts";

const GALLERY = path.resolve(import.meta.dirname, "../../../apps/studio/src/design/generated/templates");

const token = randomBytes(24).toString("base64url");
const PASSWORD = "begin-with-it";

let browser: Browser;
let product: Product;
let admin: FlowrightClient;
let page: Page;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "fresh", token })]);
  admin = createClient({ baseUrl: product.url, token });
  await admin.people.create({
    user: "lin",
    name: "Lin Xiao",
    roles: ["admin", "designer", "operator"],
    password: PASSWORD,
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(40_000);
  await signIn(page, product.url, { user: "lin", password: PASSWORD });
  await page
    .getByRole("button", { name: /Lin Xiao/ })
    .first()
    .waitFor();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

const LINES = [{ sku: "TS-1", qty: 1, price: "199.00", listPrice: "239.00" }];

/** From the gallery to the first case, in a workspace that has nothing yet. */
describe("every template of the gallery becomes a flow that is published and runs", () => {
  it.each([
    {
      template: "Customer return handling",
      id: "return-handling",
      first: () =>
        admin.messages.send({
          name: "return.requested",
          key: "R-1",
          data: { returnNo: "R-1", orderNo: "SO-1", refundAmount: "99.00", type: "refund-only" },
        }),
      stands: "check",
    },
    {
      template: "Order routing by type",
      id: "order-routing",
      first: () =>
        admin.messages.send({
          name: "order.paid",
          key: "SO-2",
          data: { orderNo: "SO-2", type: "normal", total: "199.00", riskScore: 0.1, lines: LINES },
        }),
      stands: "check_stock",
    },
  ])("$template, by hand", { timeout: 120_000 }, async ({ template, id, first, stands }) => {
    await page.getByRole("link", { name: "Design", exact: true }).first().click();
    await page.getByRole("link", { name: "Templates", exact: true }).click();
    const card = page.getByRole("article", { name: new RegExp(`^${template}`) });
    await card.getByRole("img").waitFor();
    await card.getByRole("button", { name: /^Use/ }).click();
    const dialog = page.getByRole("dialog", { name: /^Use the template/ });
    await dialog.getByRole("region", { name: "Picture of the whole flow" }).getByRole("img").waitFor();
    if (id === "return-handling") {
      await dialog.getByRole("button", { name: "Create flow" }).click();
      await dialog.getByText("Give an address that begins with http:// or https://.").waitFor();
      await dialog.getByLabel("Address of “Shop”").fill("http://127.0.0.1:9");
    }
    await dialog.getByRole("button", { name: "Create flow" }).click();

    await page.waitForURL(`**/design/${id}`);
    await page.getByRole("application", { name: "Flow" }).waitFor();
    await page.getByRole("button", { name: "Publish version 1" }).click();
    const publish = page.getByRole("dialog", { name: /^Publish/ });
    await publish.getByRole("button", { name: "Publish version 1" }).click();
    await page.getByText(/^Version 1 of .* is published\.$/).waitFor();

    const { problems } = await admin.definitions.validate((await admin.definitions.read(id)).definition);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const { result, instances } = await first();
    expect(result).toBe("started");
    expect(JSON.stringify(await admin.instances.read(instances[0] ?? ""))).toContain(`"${stands}"`);
  });

  it.each([
    ["three-level-approval", "first_level"],
    ["product-listing", "samples"],
    ["festival-promotion", "count_back"],
  ])("%s, by a program", async (id, stands) => {
    const template = JSON.parse(await readFile(path.join(GALLERY, `${id}.json`), "utf8")) as FlowTemplate;
    await admin.definitions.publish({ definition: applyTemplate(template, {}) });
    const { id: started } = await admin.instances.start({ definitionId: id, variables: {} });
    expect(JSON.stringify(await admin.instances.read(started))).toContain(`"${stands}"`);
  });

  it("brought the called flows, the table and the system with it", async () => {
    expect((await admin.definitions.list()).map(({ id }) => id).sort()).toEqual([
      "festival-promotion",
      "group-buy",
      "normal-order",
      "order-routing",
      "pre-sale",
      "product-listing",
      "return-handling",
      "three-level-approval",
    ]);
    expect((await admin.decisions.list()).map(({ id }) => id)).toEqual(["order-route"]);
    expect((await admin.systems.list()).map(({ id, address }) => [id, address])).toEqual([
      ["shop", "http://127.0.0.1:9"],
    ]);
  });
});
