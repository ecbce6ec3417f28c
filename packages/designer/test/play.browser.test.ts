import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openPage } from "./open-page.ts";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

describe("play in a page", () => {
  it("starts, goes back and forth by keys, pauses with Space only where nothing uses it, and keeps a scenario", async () => {
    const page = await openPage(browser, harness.url, "flow=refund");
    await page.getByRole("button", { name: "Try the flow" }).click();
    await page.getByRole("button", { name: "Start the trial" }).waitFor();
    await page.keyboard.press("Control+Enter");
    const time = page.getByRole("slider", { name: "Moments of the trial" });
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await page.getByText("2 of 2: Approve: approved").waitFor();
    await page.getByRole("region", { name: "Try the flow" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByText("1 of 2: Started").waitFor();
    await page.getByRole("button", { name: "Approve", exact: true }).waitFor();
    await page.keyboard.press("ArrowRight");
    expect(await time.inputValue()).toBe("2");

    // In a field Space is a space; on the panel it runs the flow by itself, to the end.
    await page.getByText("Send something from outside").click();
    await page.getByLabel("Name", { exact: true }).fill("a");
    await page.keyboard.press("Space");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("a ");
    await page.getByRole("region", { name: "Try the flow" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("The case is finished.").waitFor();

    await page.getByRole("button", { name: "Save as scenario" }).click();
    await page.keyboard.type("All goes well");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Scenarios (1)" }).click();
    await page.getByRole("button", { name: "Run all" }).click();
    await page.getByText("1 of 1 as expected").waitFor();
    await page.context().close();
  });
});
