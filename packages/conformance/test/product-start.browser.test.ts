import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { startProduct } from "./product/product-process.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser?.close());

it("starts with its sample, lets Lin in with one click, and leaves nothing behind on Ctrl-C", {
  timeout: 150_000,
}, async () => {
  const product = await startProduct({ sample: true });
  onTestFinished(() => product.stop(), 60_000);
  const visit = visitorsOf(browser);
  const page = await visit({ name: "Lin" });
  await page.goto(product.url);
  await page.getByRole("button", { name: /^Enter as .*Lin/ }).click();
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Work" }).waitFor();
  expect((await fetch(`${product.shopUrl}/health`)).ok).toBe(true);
  await page.context().close();
  await product.stop();
  await expect(fetch(`${product.shopUrl}/health`)).rejects.toThrow();
  expect(product.terminal()).toContain(product.url.replace("127.0.0.1", "localhost"));
});
