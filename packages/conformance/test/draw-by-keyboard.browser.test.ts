import { randomBytes } from "node:crypto";
import { createClient } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { designerPage } from "./product/designer-page.ts";
import { focusComesTo, tabTo } from "./product/keyboard.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const PASSWORD = "by-keyboard-alone";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "keyboard", token })]);
  const admin = createClient({ baseUrl: product.url, token });
  await admin.people.create({ user: "lin", name: "Lin Xiao", roles: ["designer"], password: PASSWORD });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

it("draws by keyboard alone what the mouse draws", { timeout: 90_000 }, async () => {
  const visit = visitorsOf(browser);
  const page = await visit({ name: "Lin" });
  await signIn(page, product.url, { user: "lin", password: PASSWORD });
  await newFlow(page, "By mouse");
  await drawByMouse(page);
  const byMouse = await savedDraft("by-mouse");
  await page.goto(`${product.url}/design`);
  await newFlow(page, "By keyboard");
  await drawByKeyboard(page);
  const byKeyboard = await savedDraft("by-keyboard");
  expect(byMouse.nodes).toHaveLength(3);
  expect({ ...byKeyboard, id: "", name: "" }).toEqual({ ...byMouse, id: "", name: "" });
});

/** A flow is begun with the mouse for the one and with the keyboard for the other; here the keyboard does both. */
async function newFlow(page: Page, name: string): Promise<void> {
  if (!page.url().endsWith("/design")) {
    await page.getByRole("navigation", { name: "Places" }).waitFor();
    await tabTo(page, /^Design/);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "New flow" }).waitFor();
  await tabTo(page, /^New flow$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New flow" }).waitFor();
  await focusComesTo(page, /^Name/);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add a start" }).waitFor();
}

async function drawByMouse(page: Page): Promise<void> {
  const designer = designerPage(page);
  await page.getByRole("button", { name: "Add a start" }).click();
  await designer.append("Start", "Task", "Pack the parcel");
  const task = await designer.step("Pack the parcel").boundingBox();
  if (!task) throw new Error("The task is not to be seen");
  await designer.dragFromPalette("End", { x: task.x + task.width / 2, y: task.y + task.height + 140 });
  await designer.nameNewStep("End", "Sent");
  await designer.connect("Pack the parcel", "Sent");
  await page.getByRole("button", { name: "Tidy up" }).click();
  await page.getByRole("button", { name: "Undo: Tidy up" }).waitFor();
}

async function drawByKeyboard(page: Page): Promise<void> {
  const designer = designerPage(page);
  await tabTo(page, /^Add a start$/);
  await page.keyboard.press("Enter");
  await focusComesTo(page, /^Start, nothing follows$/);
  await page.keyboard.press("a");
  await chooseStep(page, "task", /^Task/);
  await nameFocusedStep(page, "Pack the parcel");
  // A step without neighbours, then a line to it.
  await page.keyboard.press("n");
  await chooseStep(page, "end", /^End/);
  await nameFocusedStep(page, "Sent");
  await page.keyboard.press("ArrowRight");
  await focusComesTo(page, /^Task, Pack the parcel/);
  await page.keyboard.press("c");
  await page.getByRole("status").filter({ hasText: "Choose where the line" }).waitFor();
  await page.keyboard.press("Enter");
  await designer.line("Pack the parcel", "Sent").waitFor();
  await page.keyboard.press("Alt+Shift+T");
  await page.getByRole("button", { name: "Undo: Tidy up" }).waitFor();
}

async function chooseStep(page: Page, words: string, made: RegExp): Promise<void> {
  await focusComesTo(page, /^Search steps$/);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await focusComesTo(page, made);
}

/** Enter leads to the properties; Escape leads back to the step. */
async function nameFocusedStep(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Enter");
  await focusComesTo(page, /^Name \(English\)$/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
  await focusComesTo(page, new RegExp(`^[^,]+, ${name},`));
}

/** The draft once it is saved as it is shown. */
async function savedDraft(id: string): Promise<WorkflowDefinition> {
  const client = createClient({ baseUrl: product.url, token });
  const read = async () => (await client.drafts.read(id)).definition as WorkflowDefinition;
  let definition = await read();
  await expect
    .poll(
      async () => {
        const before = JSON.stringify(definition);
        definition = await read();
        return definition.edges.length === 2 && JSON.stringify(definition) === before;
      },
      { timeout: 15_000, interval: 1_500 },
    )
    .toBe(true);
  return definition;
}
