import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graveViolations } from "./product/grave-violations.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { openBrowser, PHONE, visitorsOf } from "./product/visitors.ts";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ sample: true })]);
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const places = (page: Page) => page.getByRole("navigation", { name: "Places" });

async function enterAsLin(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Enter as .*Lin/ }).click();
  await places(page).getByRole("link", { name: /Work/ }).waitFor();
}

describe("the product with its sample", () => {
  for (const scheme of ["light", "dark"] as const) {
    it(`keeps the rules of accessibility on every place, ${scheme}`, { timeout: 90_000 }, async () => {
      const visit = visitorsOf(browser);
      const page = await visit({ name: `Lin, ${scheme}`, colorScheme: scheme });
      const found: Record<string, readonly string[]> = {};
      const look = async (place: string) => {
        await page.waitForLoadState("networkidle");
        found[place] = await graveViolations(page);
      };
      await page.goto(product.url);
      await page.getByRole("button", { name: /^Enter as .*Lin/ }).waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(scheme);
      await look("entry");
      await enterAsLin(page);
      await look("Work");
      await places(page).getByRole("link", { name: "Design" }).click();
      await page.getByRole("link", { name: "Customer return handling", exact: true }).waitFor();
      await look("Design");
      await page.getByRole("link", { name: "Customer return handling", exact: true }).click();
      await page.getByRole("application", { name: "Flow" }).waitFor();
      await look("Designer");
      await places(page)
        .getByRole("link", { name: /Monitor/ })
        .click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await look("Monitor");
      await places(page).getByRole("link", { name: "Admin" }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await look("Admin");
      expect(Object.values(found).flat(), JSON.stringify(found, null, 2)).toEqual([]);
    });
  }

  it("keeps them for a person at work on a phone", { timeout: 60_000 }, async () => {
    const visit = visitorsOf(browser);
    const page = await visit({ name: "Wang, phone", ...PHONE });
    await page.goto(product.url);
    await page.getByRole("button", { name: /^Enter as .*Wang/ }).tap();
    await page.getByRole("region", { name: "Tasks" }).getByRole("link").first().tap();
    await page
      .getByRole("button", { name: /^(Approve|Complete|Claim)$/ })
      .first()
      .waitFor();
    await page.waitForLoadState("networkidle");
    expect(await graveViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("leaves nothing behind on Ctrl-C", { timeout: 60_000 }, async () => {
    expect((await fetch(`${product.shopUrl}/health`)).ok).toBe(true);
    expect(product.terminal()).toContain(product.url.replace("127.0.0.1", "localhost"));
    await product.stop();
    await expect(fetch(`${product.shopUrl}/health`)).rejects.toThrow();
    await expect(fetch(product.url)).rejects.toThrow();
  });
});
