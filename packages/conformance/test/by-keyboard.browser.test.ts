import { randomBytes } from "node:crypto";
import { createClient } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { focusComesTo, tabTo } from "./product/keyboard.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser, visitorsOf } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const PASSWORD = "with-a-condition";
const FLOW = "price-change";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "keys", token })]);
  const admin = createClient({ baseUrl: product.url, token });
  await admin.people.create({ user: "lin", name: "Lin Xiao", roles: ["designer"], password: PASSWORD });
  await admin.drafts.save(FLOW, { definition: { ...FIRST } }, null);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

/** What the flow is before anything was done to it. */
const FIRST: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: FLOW,
  name: "Price change",
  variables: {
    type: "object",
    properties: { amount: { type: "string", format: "money", title: "Amount" } },
  },
  nodes: [{ id: "start", kind: "start" }],
  edges: [],
};

it("draws a flow with a condition by keyboard alone, and undoes it to the first byte", {
  timeout: 120_000,
}, async () => {
  const visit = visitorsOf(browser);
  const page = await visit({ name: "Lin" });
  await signIn(page, product.url, { user: "lin", password: PASSWORD });
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await tabTo(page, /^Design/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "New flow" }).waitFor();
  await tabTo(page, /^New flow$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New flow" }).waitFor();
  await focusComesTo(page, /^Name/);
  await page.keyboard.press("Escape");
  const first = await draftText();
  await page.goto(`${product.url}/design/${FLOW}`);
  await page.getByRole("application", { name: "Flow" }).waitFor();

  await tabTo(page, /^Start, /);
  await append(page, "decision", /^Decision/, "Large change?");
  await append(page, "approval", /^Approval/, "Approve the price");
  await append(page, "task", /^Task/, "Set the price");
  await append(page, "end", /^End/, "Changed");
  for (const before of [/Set the price/, /Approve the price/, /Large change\?/]) {
    await page.keyboard.press("ArrowLeft");
    await focusComesTo(page, before);
  }
  await page.keyboard.press("Enter");
  await focusComesTo(page, /^Name \(English\)$/);
  await tabTo(page, /Add condition$/);
  await page.keyboard.press("Enter");
  await choose(page, /^Condition 1: field$/, "Amount");
  await choose(page, /^Condition 1: comparison$/, "is above");
  await tabTo(page, /^Condition 1: value$/);
  await page.keyboard.type("500");
  await page.keyboard.press("Escape");
  await focusComesTo(page, /Large change\?/);

  await expect
    .poll(async () => meaning(JSON.parse(await draftText())), { timeout: 15_000 })
    .toEqual({
      steps: [
        "approval Approve the price",
        "end Changed",
        "exclusive Large change?",
        "start ",
        "userTask Set the price",
      ],
      lines: [
        "Approve the price → Set the price",
        "Large change? → Approve the price if amount > 500",
        "Set the price → Changed",
        "start → Large change?",
      ],
    });

  const undo = page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: /^Undo/ });
  for (let steps = 0; (await undo.isEnabled()) && steps < 60; steps++)
    await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(draftText, { timeout: 15_000 }).toBe(first);
});

/** Appends to the step that has the focus, and gives the new one its name. */
async function append(page: Page, words: string, made: RegExp, name: string): Promise<void> {
  await page.keyboard.press("a");
  await focusComesTo(page, /^Search steps$/);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await focusComesTo(page, made);
  await page.keyboard.press("Enter");
  await focusComesTo(page, /^Name \(English\)$/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
  await focusComesTo(page, new RegExp(name.replaceAll("?", "\\?")));
}

/** Typing the beginning of an option chooses it. */
async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(option);
}

/** The draft as it is stored, character for character. */
async function draftText(): Promise<string> {
  const { definition } = await createClient({ baseUrl: product.url, token }).drafts.read(FLOW);
  return JSON.stringify(definition);
}

/** Kinds, names, lines and conditions; neither ids nor places. */
function meaning({ nodes, edges }: WorkflowDefinition) {
  const text = (value: unknown) =>
    typeof value === "object" && value !== null && "en" in value ? value.en : value;
  const names = new Map(nodes.map((node) => [node.id, String(text(node.name) ?? node.id)]));
  return {
    steps: nodes.map(({ kind, name }) => `${kind} ${text(name) ?? ""}`).sort(),
    lines: edges
      .map(
        ({ source, target, condition }) =>
          `${names.get(source)} → ${names.get(target)}${condition === undefined ? "" : ` if ${condition}`}`,
      )
      .sort(),
  };
}
