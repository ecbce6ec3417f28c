import { randomBytes } from "node:crypto";
import { createClient, type FlowrightClient } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "./product/product-process.ts";
import { signIn } from "./product/sign-in.ts";
import { openBrowser } from "./product/visitors.ts";

const token = randomBytes(24).toString("base64url");
const PASSWORD = "both-of-us";
const FLOW = "refund";

let browser: Browser;
let product: Product;
let admin: FlowrightClient;
const faults: string[] = [];

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ workspace: "pair", token })]);
  admin = createClient({ baseUrl: product.url, token });
  for (const [user, name] of [
    ["lin", "Lin Xiao"],
    ["wang", "Wang Fang"],
  ] as const)
    await admin.people.create({ user, name, roles: ["designer"], password: PASSWORD });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 40_000);

const step = (id: string, en: string, x: number) =>
  ({ id, kind: "manualTask", name: { en, "zh-CN": en }, position: { x, y: 0 } }) as const;

const DRAFT: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: FLOW,
  name: "Refund",
  nodes: [
    { id: "start", kind: "start", position: { x: 0, y: 12 } },
    step("check", "Check", 120),
    step("pay", "Pay", 420),
    { id: "end", kind: "end", position: { x: 720, y: 12 } },
  ],
  edges: [
    { id: "e1", source: "start", target: "check" },
    { id: "e2", source: "check", target: "pay" },
    { id: "e3", source: "pay", target: "end" },
  ],
};

it("loses nothing where two people edit one draft, offline, in two windows and with a tab that is killed", {
  timeout: 120_000,
}, async () => {
  await admin.drafts.save(FLOW, { definition: { ...DRAFT } }, null);
  const [lin, wang] = await Promise.all([person("lin"), person("wang")]);
  const linsPage = await open(lin);
  const first = await open(wang);

  // One is offline and its tab is killed; the other saves meanwhile.
  await wang.setOffline(true);
  await rename(first, "Pay", "Pay back");
  await first.getByText("Offline: kept on this device").waitFor();
  await first.close();
  await rename(linsPage, "Check", "Check twice");
  await soon(namesOnServer).toEqual(["Check twice", "Pay"]);
  await wang.setOffline(false);
  const second = await open(wang);
  const banner = second.getByRole("alert");
  await banner.getByText(/^.*Lin Xiao saved this draft .* Both fit together\.$/).waitFor();

  await second.getByRole("button", { name: "View the difference" }).click();
  const difference = second.getByRole("dialog", { name: "View the difference" });
  await difference.getByRole("button", { name: /^Pay back/ }).waitFor();
  await second.keyboard.press("n");
  await soon(() => difference.locator("[aria-current=true]").textContent()).toMatch(/^(Check|Pay back)/);
  await difference.getByRole("button", { name: "Close" }).click();

  await second.getByRole("button", { name: "Put both together" }).click();
  await soon(namesOnServer).toEqual(["Check twice", "Pay back"]);
  await stepOn(linsPage, "Pay back").waitFor();

  // Both change the same step: whoever gives way finds the own words again.
  await wang.setOffline(true);
  await rename(second, "Pay back", "Refund");
  await rename(linsPage, "Pay back", "Transfer");
  await soon(namesOnServer).toEqual(["Check twice", "Transfer"]);
  await wang.setOffline(false);
  await banner.getByText(/1 place was changed on both sides\.$/).waitFor();
  await second.getByRole("button", { name: "Take theirs" }).click();
  await stepOn(second, "Transfer").waitFor();
  await soon(() => keptNames("setAside")).toContainEqual(["Check twice", "Refund"]);
  await second.getByRole("button", { name: /^Undo/ }).click();
  await soon(namesOnServer).toEqual(["Check twice", "Refund"]);
  expect(await keptNames("replaced")).toContainEqual(["Check twice", "Transfer"]);

  // Two windows of one person, both killed offline.
  const third = await open(wang);
  await wang.setOffline(true);
  await rename(second, "Refund", "Window two");
  await rename(third, "Refund", "Window three");
  await third.getByText("Offline: kept on this device").waitFor();
  await Promise.all([second.close(), third.close()]);
  await wang.setOffline(false);
  await open(wang);
  await soon(namesOnServer).toEqual(["Check twice", "Window three"]);
  await soon(() => keptNames("setAside")).toContainEqual(["Check twice", "Window two"]);
  expect(faults).toEqual([]);
});

/** Saved a second after the last key, and heard of a moment later. */
function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}

async function person(user: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await signIn(page, product.url, { user, password: PASSWORD });
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await page.close();
  return context;
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => faults.push(error.message || error.name));
  await page.goto(`${product.url}/design/${FLOW}`);
  await page.getByRole("application", { name: "Flow" }).waitFor();
  return page;
}

function stepOn(page: Page, name: string) {
  return page.getByRole("group", { name: new RegExp(`, ${name}, `) });
}

async function rename(page: Page, name: string, to: string): Promise<void> {
  await stepOn(page, name).click();
  await page.getByLabel("Name (English)", { exact: true }).fill(to);
  await stepOn(page, to).waitFor();
}

async function namesOnServer(): Promise<string[]> {
  return namesOf((await admin.drafts.read(FLOW)).definition);
}

async function keptNames(reason: string): Promise<string[][]> {
  const kept = (await admin.drafts.kept(FLOW)).filter((one) => one.reason === reason);
  return Promise.all(kept.map(async ({ id }) => namesOf((await admin.drafts.readKept(FLOW, id)).definition)));
}

function namesOf(definition: unknown): string[] {
  return (definition as WorkflowDefinition).nodes.flatMap(({ name }) =>
    typeof name === "object" ? [name.en ?? ""] : [],
  );
}
