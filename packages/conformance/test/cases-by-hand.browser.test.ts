import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { graveViolations } from "./product/grave-violations.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

let browser: Browser;
let product: Product;
let page: Page;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ sample: true })]);
}, 150_000);

beforeEach(async () => {
  page = await visitorsOf(browser)({ name: "Lin" });
  await page.goto(`${product.url}/enter?as=lin`);
  await page.waitForURL((url) => url.pathname !== "/enter");
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const button = (name: string | RegExp) => page.getByRole("button", { name });

async function openCase(number: string): Promise<void> {
  await page.goto(`${product.url}/monitor/cases?q=${number}`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

it("a case is moved by hand, with what that does told before", { timeout: 60_000 }, async () => {
  await openCase("RET-000020");
  await button("More actions for the case").click();
  await page.getByRole("menuitem", { name: "Move the case…" }).click();
  const dialog = page.getByRole("dialog", { name: "Move RET-000020" });
  const move = dialog.getByRole("button", { name: "Move the case" });
  await dialog.getByText("Choose a step that stops").waitFor();
  expect(await move.isDisabled()).toBe(true);
  await dialog.getByRole("checkbox", { name: "Review", exact: true }).check();
  const check = dialog.getByRole("region", { name: "What this does" });
  // A case with nothing left to do is refused before anybody sends it.
  await check.getByRole("alert").waitFor();
  expect(await move.isDisabled()).toBe(true);
  const goesOn = dialog.getByRole("combobox", { name: "The case goes on at" });
  await goesOn.click();
  await page.getByRole("option", { name: "Review", exact: true }).click();
  await page.keyboard.press("Escape");
  await check.getByText("Stops, with its open tasks").waitFor();
  expect((await check.getByRole("listitem").allTextContents()).toSorted()).toEqual([
    "Review",
    "Review",
    "Review the request",
  ]);
  expect(await graveViolations(page)).toEqual([]);
  await move.click();
  await dialog.getByText("Say why; the people of the case read it.").waitFor();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The buyer called again");
  await move.click();
  await page.getByText("RET-000020 was moved.").waitFor();
  await page.getByText("The buyer called again").waitFor();
});

it("a step with an incident is skipped from its card", { timeout: 60_000 }, async () => {
  await openCase("RET-000004");
  await button("Skip this step…").click();
  const dialog = page.getByRole("dialog", { name: /^Skip / });
  expect(await dialog.getByRole("checkbox", { checked: true }).count()).toBe(1);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "hidden" });
});

it("many cases are done at once; what is not possible is told", { timeout: 60_000 }, async () => {
  await page.goto(`${product.url}/monitor/cases?q=RET-00001`);
  const rows = page.getByRole("table").getByRole("checkbox");
  await page.getByRole("checkbox", { name: "Choose RET-000018" }).check();
  await page.getByText("1 case chosen").waitFor();
  await page.getByRole("checkbox", { name: "Choose all cases shown" }).check();
  const count = (await rows.count()) - 1;
  await page.getByText(`${count} cases chosen`).waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await button("Pause…").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Pause ${count} cases` })
    .click();
  await page.getByRole("heading", { level: 1, name: `Pause ${count} cases` }).waitFor();
  await page.getByText(`${count} done`).waitFor();
  await page.getByText("Lin Xiao started it").waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await page.goto(`${product.url}/monitor/cases?q=RET-00001`);
  await page.getByText("paused").first().waitFor();
  expect(await page.getByRole("table").getByText("paused").count()).toBe(count);

  await page.getByRole("checkbox", { name: "Choose RET-000018" }).check();
  await button("Resume…").click();
  await page.getByRole("dialog").getByRole("button", { name: "Resume 1 case" }).click();
  await page.getByText("1 done").waitFor();
  await page.goto(`${product.url}/monitor/cases?q=RET-000018`);
  await page.getByRole("checkbox", { name: "Choose RET-000018" }).check();
  await button("Retry incidents…").click();
  await page.getByRole("dialog").getByRole("button", { name: "Retry incidents in 1 case" }).click();
  const reasons = page.getByRole("region", { name: "Why cases failed" });
  await reasons.getByText("Nothing is wrong with this case.").waitFor();
  await button("Try 1 failed case again").click();
  await page.getByRole("link", { name: "another batch" }).waitFor();
  await page.getByRole("link", { name: "All batches" }).click();
  await page.getByRole("link", { name: `Pause ${count} cases` }).waitFor();
  expect(await graveViolations(page)).toEqual([]);
});

it("a decision table is made, published, changed and published again", { timeout: 60_000 }, async () => {
  await page.goto(`${product.url}/decisions`);
  await button("New decision table").click();
  const asked = page.getByRole("dialog", { name: "New decision table" });
  await asked.getByRole("textbox", { name: "Name in English" }).fill("Delivery");
  expect(await asked.getByRole("textbox", { name: "Id" }).inputValue()).toBe("delivery");
  await asked.getByRole("button", { name: "Begin the table" }).click();
  await page.getByText("Not published yet").waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await publish(1, "First rules");
  await page.getByText("As published").waitFor();
  await page.getByText("No flow asks it yet.").waitFor();
  await button("+ Add rule").click();
  await publish(2, "One more rule");
  await page.getByText("One more rule").waitFor();

  await page.getByRole("link", { name: "Show version 1" }).click();
  await page.getByText("This is version 1. The newest is version 2.").waitFor();
  expect(await button("+ Add rule").isDisabled()).toBe(true);
  await button("Edit from this version").click();
  await button("Publish version 3").waitFor();
  await page.getByRole("link", { name: "Flows", exact: true }).click();
  const leaving = page.getByRole("dialog", { name: "Leave without publishing?" });
  await leaving.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL((url) => url.pathname === "/design");
});

async function publish(version: number, note: string): Promise<void> {
  await button(`Publish version ${version}`).click();
  const dialog = page.getByRole("dialog", { name: `Publish version ${version} of Delivery` });
  await dialog.getByRole("textbox", { name: "What changed" }).fill(note);
  await dialog.getByRole("button", { name: `Publish version ${version}` }).click();
  await page.getByText(`Version ${version} of Delivery is published.`).waitFor();
}
