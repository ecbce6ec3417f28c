import { randomBytes } from "node:crypto";
import { createClient } from "@flowright/client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawReturnFlow } from "./product/draw-return-flow.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { PASSWORD, prepareWorkspace, SECRET } from "./product/return-workspace.ts";
import { type Shop, startShop } from "./product/shop-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser, PHONE, visitorsOf } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const ORDER = { orderNo: "SO-1002", amount: "899.00", sku: "CT-BLK-L" };

let browser: Browser;
let product: Product;
let shop: Shop;

beforeAll(async () => {
  [browser, product, shop] = await Promise.all([
    openBrowser(),
    startProduct({ workspace: "mouse", token }),
    startShop(SECRET),
  ]);
  await prepareWorkspace(admin(), shop);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await shop?.stop();
}, 40_000);

const admin = () => createClient({ baseUrl: product.url, token });

const enter = (page: Page, user: string, language?: "zh-CN") =>
  signIn(page, product.url, { user, password: PASSWORD, ...(language ? { language } : {}) });

describe("a customer return, drawn with the mouse", () => {
  it("is drawn from the empty canvas and published", { timeout: 120_000 }, async () => {
    const visit = visitorsOf(browser);
    const page = await visit({ name: "Lin" });
    await enter(page, "lin");
    await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Design" }).click();
    await page.getByRole("button", { name: "New flow" }).click();
    const dialog = page.getByRole("dialog", { name: "New flow" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Customer return");
    await dialog.getByRole("button", { name: "Create flow" }).click();

    await drawReturnFlow(page);
    await page.getByRole("button", { name: "No problems" }).waitFor();
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Publish version 1" }).click();
    const publish = page.getByRole("dialog", { name: "Publish Customer return" });
    await publish.getByRole("textbox", { name: "Note" }).fill("The first way that returns take");
    await publish.getByRole("button", { name: "Publish version 1" }).click();
    await page.getByText("Published: version 1").waitFor();
  });

  it("is carried to its end by three people, one on a phone, one in Chinese", {
    timeout: 90_000,
  }, async () => {
    const visit = visitorsOf(browser);
    const wang = await visit({ name: "Wang" });
    const zhao = await visit({ name: "Zhao", locale: "zh-CN" });
    const li = await visit({ name: "Li", ...PHONE });
    await enter(wang, "wang");
    await enter(zhao, "zhao", "zh-CN");
    await enter(li, "li");
    await wang.getByText("Nothing waits for you.").waitFor();
    await zhao.getByText("没有待办任务。").waitFor();
    await li.getByText("Nothing waits for you.").waitFor();
    const before = (await sellable()) ?? 0;

    const { orderNo: orderNumber, amount } = ORDER;
    const { id } = await admin().instances.start({
      definitionId: "customer-return",
      variables: { orderNumber, amount, why: "Wrong size" },
    });

    await wang.getByRole("link", { name: /Review/ }).click();
    await wang.getByText("¥899.00").waitFor();
    await wang.getByRole("button", { name: "Reject" }).click();
    const reject = wang.getByRole("dialog", { name: "Reject: Review" });
    await reject.getByRole("button", { name: "Reject" }).click();
    await reject.getByText("Give a reason; the people of the case read it.").waitFor();
    await reject.getByRole("button", { name: "Cancel" }).click();
    await wang.getByRole("button", { name: "Approve" }).click();
    const approve = wang.getByRole("dialog", { name: "Approve: Review" });
    await approve.getByRole("textbox").fill("The size was wrong, as the buyer says");
    await approve.getByRole("button", { name: "Approve" }).click();
    await wang.getByText("Approved: Review").waitFor();

    await zhao.getByRole("link", { name: /Lead approval/ }).click();
    await zhao.getByRole("button", { name: "同意" }).click();
    const agree = zhao.getByRole("dialog", { name: "同意：Lead approval" });
    await agree.getByRole("button", { name: "同意" }).click();
    await zhao.getByText("已同意：Lead approval").waitFor();

    await expect.poll(async () => (await shop.state()).labels.length, { timeout: 10_000 }).toBe(1);
    const { variables } = await admin().instances.read(id);
    const shipped = { name: "return.shipped", key: String(variables.returnNumber), ttl: "PT1H" };
    expect((await admin().messages.send(shipped)).instances).toEqual([id]);

    await inspectOnPhone(li);

    await expect
      .poll(async () => (await admin().instances.read(id)).status, { timeout: 15_000 })
      .toBe("completed");
    const { refunds } = await shop.state();
    expect(refunds).toEqual([expect.objectContaining({ orderNo: orderNumber, amount })]);
    expect(await sellable()).toBe(before + 1);
  });

  it("ends for a refused buyer without a refund", { timeout: 60_000 }, async () => {
    const visit = visitorsOf(browser);
    const wang = await visit({ name: "Wang" });
    await enter(wang, "wang");
    const refundsBefore = (await shop.state()).refunds.length;
    const { id } = await admin().instances.start({
      definitionId: "customer-return",
      variables: { orderNumber: "SO-1001", amount: "99.00", why: "No reason" },
    });
    await wang.getByRole("link", { name: /Review/ }).click();
    await wang.getByRole("button", { name: "Reject" }).click();
    const reject = wang.getByRole("dialog", { name: "Reject: Review" });
    await reject.getByRole("textbox", { name: "Reason" }).fill("Worn for a month");
    await reject.getByRole("button", { name: "Reject" }).click();
    await expect
      .poll(async () => (await admin().instances.read(id)).status, { timeout: 15_000 })
      .toBe("completed");
    expect((await shop.state()).refunds).toHaveLength(refundsBefore);
  });
});

async function inspectOnPhone(page: Page): Promise<void> {
  await page.getByRole("link", { name: /Inspect the goods/ }).tap();
  await page.getByLabel("Received on").fill("2026-11-20");
  await page.getByLabel("Photo: Choose a photo").setInputFiles({
    name: "coat.png",
    mimeType: "image/png",
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await page.getByRole("img", { name: "coat.png" }).waitFor();
  await page.getByRole("button", { name: "Add row to Goods" }).tap();
  await page.getByLabel("SKU, row 1").fill(ORDER.sku);
  await page.getByLabel("Qty received, row 1").fill("1");
  await page.getByRole("radiogroup", { name: "Grade, row 1" }).getByText("A", { exact: true }).tap();
  await page.getByRole("button", { name: "Complete" }).tap();
  await page.getByText("Completed: Inspect the goods").waitFor();
}

async function sellable(): Promise<number | undefined> {
  const { stock } = await shop.state();
  return stock.find(({ sku }) => sku === ORDER.sku)?.sellable;
}
