import { nodesOf, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openPage } from "./open-page.ts";

vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

const details = (page: Page) => page.getByRole("complementary", { name: "Details" });
const field = (page: Page, label: string) => details(page).getByLabel(label, { exact: true });

/** Chooses something of the palette by searching for it; it goes behind what is selected, or onto it. */
async function place(page: Page, name: string): Promise<void> {
  const palette = page.getByRole("navigation", { name: "Steps" });
  await palette.getByRole("searchbox").fill(name);
  await palette.getByRole("button", { name, exact: true }).click();
  await palette.getByRole("searchbox").fill("");
}

/** Clicks a step once the drawing has come to rest. */
async function select(page: Page, id: string): Promise<void> {
  const step = page.locator(`.react-flow__node[data-id="${id}"]`);
  await page.getByRole("button", { name: "Fit to screen" }).click();
  // Free ground first: the tools of what was selected may lie over what is wanted.
  const ground = await page.getByRole("application").boundingBox();
  await page.mouse.click((ground?.x ?? 0) + 8, (ground?.y ?? 0) + 8);
  let box = await step.boundingBox();
  for (let tries = 0; tries < 40; tries += 1) {
    await page.waitForTimeout(100);
    const now = await step.boundingBox();
    const rests = box?.x === now?.x && box?.y === now?.y && box?.width === now?.width;
    box = now;
    if (rests) break;
  }
  if (!box) throw new Error(`${id} is not to be seen`);
  // The content of a block, or an event on its edge, may lie under one of these.
  for (const [x, y] of [
    [Math.min(box.width / 2, 40), Math.min(box.height / 2, 12)],
    [box.width - 6, box.height - 6],
    [box.width / 2, 5],
    [6, box.height / 2],
  ] as const) {
    await page.mouse.click(box.x + x, box.y + y);
    await page.waitForTimeout(150);
    if ((await step.getAttribute("class"))?.includes("selected")) return;
  }
  throw new Error(`${id} cannot be selected`);
}

async function writeCondition(page: Page, group: string, formula: string): Promise<void> {
  const property = details(page).getByRole("group", { name: group, exact: true });
  await property.getByRole("button", { name: "Write as formula" }).click();
  await property.getByRole("textbox", { name: group }).fill(formula);
}

async function documentOf(page: Page): Promise<WorkflowDefinition> {
  const text = await page.getByLabel("Document", { exact: true }).textContent();
  return JSON.parse(text ?? "{}") as WorkflowDefinition;
}

const idOf = async (page: Page, kind: string, at = 0) =>
  [...nodesOf(await documentOf(page))].filter(({ node }) => node.kind === kind)[at]?.node.id ?? "";

describe("every kind of step, by hand", () => {
  it("is placed from the palette, filled in on its panel, and makes a flow without errors", async () => {
    const page = await openPage(browser, harness.url, "flow=small&document");
    await select(page, "userTask_1");

    await details(page).locator("summary", { hasText: "How often" }).click();
    await field(page, "How often").selectOption("For each item of a list");
    await details(page).getByLabel("List, or a number: how it is given").selectOption("Fixed value");
    await field(page, "List, or a number").fill("3");
    await field(page, "Rounds").selectOption("One after the other");

    await place(page, "Decision table");
    await details(page).getByRole("button", { name: "Edit table" }).click();
    const table = page.getByRole("dialog", { name: /Decision table/ });
    await table.getByRole("button", { name: /^When/ }).click();
    await table.getByLabel("Looks at: how it is given").selectOption("Field");
    await table.getByLabel("Looks at", { exact: true }).selectOption("Amount");
    await table.getByLabel("Type", { exact: true }).selectOption("Amount of money");
    await table.getByLabel("Rule 1, Amount").or(table.getByLabel("Rule 1, amount")).fill("< 100");
    await table.getByLabel("Rule 1, result", { exact: true }).fill('"small"');
    await table.getByRole("button", { name: "Add a rule for it" }).click();
    await table.getByLabel("Rule 2, amount").fill(">= 100");
    await table.getByLabel("Rule 2, result", { exact: true }).fill('"large"');
    await table.getByText("Every case is covered by the rules.").waitFor();
    await table.getByRole("button", { name: "Close" }).click();

    await place(page, "Send message");
    await field(page, "Name of the message").fill("order.checked");
    await place(page, "Manual note");
    await place(page, "Call a flow");
    await field(page, "Flow").selectOption("Refund");
    await field(page, "Version").selectOption("A certain version");
    await place(page, "Milestone");
    await place(page, "Tell by message");
    await field(page, "Name of the message").fill("order.told");
    await place(page, "Send signal");
    await field(page, "Name of the signal").fill("season.opens");
    await place(page, "Escalate");
    await field(page, "Code").fill("late");
    await place(page, "Wait for signal");
    await field(page, "Name of the signal").fill("paid");
    await place(page, "Wait until data fits");
    await writeCondition(page, "The data fits a condition", "amount > 10");
    await place(page, "When enough have come");
    await field(page, "Branches that come later").selectOption("are cancelled at once");
    await place(page, "Every branch that fits");

    await place(page, "All or nothing");
    const transaction = await idOf(page, "transaction");
    await place(page, "Was cancelled");
    await place(page, "End");
    await select(page, transaction);
    await place(page, "Plan");
    const plan = await idOf(page, "plan");
    await select(page, plan);
    await place(page, "Is escalated");
    await place(page, "End and escalate");
    await field(page, "Code").fill("plan-late");
    await select(page, plan);
    await place(page, "In any order");
    await writeCondition(page, "Ends by itself when", "amount > 1");
    await place(page, "Undo");
    await field(page, "What is undone").selectOption("Everything completed here");
    // Behind a gateway each step is a branch of its own, which ends here.
    await place(page, "End");

    // What stands beside the flow.
    await page.keyboard.press("Escape");
    await place(page, "When something happens");
    const block = await idOf(page, "eventSubProcess");
    const inner = (await documentOf(page)).nodes.find(({ id }) => id === block);
    const start = inner && "nodes" in inner ? (inner.nodes[0]?.id ?? "") : "";
    await select(page, start);
    await field(page, "Reacts to").selectOption("Time");
    await field(page, "Time is given by").selectOption("a schedule");
    await field(page, "Usual schedules").selectOption("Every day at 9:00");
    await details(page).getByLabel("Stops what runs around it").uncheck();

    // The start and the end become others.
    await select(page, "start_1");
    await field(page, "A case starts").selectOption("Time");
    await field(page, "Time is given by").selectOption("again and again");
    await field(page, "How many times").fill("5");
    await select(page, "end_1");
    await field(page, "What the end means").selectOption("Signal");
    await field(page, "Name of the signal").fill("order.done");

    const definition = await documentOf(page);
    const known = { flows: ["refund"], decisions: ["discount"] };
    const { problems } = validateDefinition(definition, known);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const kinds = new Set([...nodesOf(definition)].map(({ node }) => node.kind));
    for (const kind of [
      "businessRuleTask",
      "sendTask",
      "manualTask",
      "callActivity",
      "throw",
      "inclusive",
      "complex",
      "transaction",
      "plan",
      "adHoc",
      "eventSubProcess",
    ]) {
      expect([...kinds], kind).toContain(kind);
    }
    expect([...nodesOf(definition)].map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ loop: { type: "multiInstance", sequential: true, collection: "3" } }),
        expect.objectContaining({ kind: "callActivity", version: { type: "fixed", number: 1 } }),
        expect.objectContaining({
          kind: "start",
          interrupting: false,
          trigger: { type: "timer", cron: "0 9 * * *", timeZone: "Asia/Shanghai" },
        }),
        expect.objectContaining({ kind: "start", trigger: { type: "timer", cycle: "R5/P1D" } }),
      ]),
    );

    // One step back for each thing done.
    for (let step = 0; step < 200; step += 1) {
      const undo = page.getByRole("button", { name: /^Undo/ });
      if (await undo.isDisabled()) break;
      await undo.click();
    }
    expect((await documentOf(page)).nodes.map(({ id }) => id)).toEqual(["start_1", "userTask_1", "end_1"]);
    await page.context().close();
  });

  it("is drawn in both languages and looks, without a name or a text missing", async () => {
    for (const query of ["flow=kinds", "flow=kinds&language=zh-CN&theme=dark", "flow=kinds&part=viewer"]) {
      const page = await openPage(browser, harness.url, query, { viewport: { width: 2400, height: 1400 } });
      await expect.poll(() => page.locator(".react-flow__node").count()).toBeGreaterThan(45);
      const text = await page.locator(".react-flow__viewport").textContent();
      expect(text).not.toMatch(/undefined|\{\w+\}|\?\?/);
      await page.context().close();
    }
  });
});

describe("what a proof finds", () => {
  it("is shown as one draws, played as tokens that stay where the case stays, and goes when it is mended", async () => {
    const page = await openPage(browser, harness.url, "flow=stuck&document");
    const bar = page.getByRole("button", { name: /^\d+ error/ });
    await bar.click();
    const problems = page.getByRole("region", { name: "Problems" });
    await problems
      .getByText(/waits .* for ever/)
      .first()
      .waitFor();
    await problems.getByRole("button", { name: "Show what happens" }).first().click();
    const note = page.locator(".fw-example-note");
    await note.waitFor();
    await page.locator(".fw-example-token").first().waitFor();
    await note.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => note.count()).toBe(0);

    // The proposed edit was tried before it is offered.
    await problems.getByRole("button", { name: "Use “Decision” instead" }).click();
    await page.getByRole("button", { name: /^No problems/ }).waitFor({ timeout: 10_000 });
    const { nodes } = await documentOf(page);
    expect(nodes.find(({ id }) => id === "join")?.kind).toBe("exclusive");
    await page.context().close();
  });
});
