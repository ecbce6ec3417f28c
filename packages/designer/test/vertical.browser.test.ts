import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openSteps } from "./open-page.ts";

vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const card = (page: Page, name: RegExp): Locator =>
  page.getByRole("region", { name: /Steps of the flow|流程步骤/ }).getByRole("button", { name });

const written = async (page: Page): Promise<string> =>
  (await page.getByLabel("Document", { exact: true }).textContent()) ?? "";

const definition = async (page: Page) => JSON.parse(await written(page)) as WorkflowDefinition;

/** Lines as `source>target` by the names of kinds in the order of the document. */
async function shape(page: Page): Promise<string[]> {
  const { edges } = await definition(page);
  return edges.map(({ source, target }) => `${source}>${target}`);
}

async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole("button", { name: /^(Undo|撤销)/ });
  while (await undo.isEnabled()) await undo.click();
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("Not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: /Search steps|搜索节点/ }).fill(name);
  await page.keyboard.press("Enter");
}

describe("the column of steps with a real mouse", () => {
  it("builds an approval with a branch, and undoes it to the same bytes", async () => {
    const page = await openSteps(browser, harness.url, "flow=small&document");
    const original = await written(page);
    await page.getByRole("button", { name: "Add a step after “Start”" }).click();
    await choose(page, "approval");
    await page.getByRole("button", { name: "Add a step after “Approval”" }).click();
    await choose(page, "decision");
    await page.getByRole("button", { name: /^Branch 1: No condition yet/ }).waitFor();
    await page.getByRole("button", { name: /^Branch 2: Otherwise/ }).waitFor();
    await page.getByRole("button", { name: "Add branch to “Decision”" }).click();
    await choose(page, "task");
    await page.getByRole("button", { name: /^Branch 2: No condition yet/ }).waitFor();
    await page.getByRole("button", { name: "Add a step after “Check the order”" }).click();
    await choose(page, "approval");
    const { nodes } = await definition(page);
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(
      ["approval", "approval", "approval", "end", "exclusive", "start", "userTask", "userTask"].sort(),
    );
    await undoAll(page);
    expect(await written(page)).toBe(original);
    await page.context().close();
  });

  it("shows what it edits on the canvas too, without steps that lie on each other", async () => {
    const page = await openSteps(browser, harness.url, "flow=small");
    await page.getByRole("button", { name: "Add a step after “Start”" }).click();
    await choose(page, "in parallel");
    await page.getByRole("button", { name: "Canvas", exact: true }).click();
    const steps = page.locator(".react-flow__nodes").getByRole("group");
    await expect.poll(() => steps.count()).toBe(7);
    const boxes = await steps.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(0, at)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    }
    await page.context().close();
  });

  it("moves a card to another “+” and takes a branch away with its steps", async () => {
    const page = await openSteps(browser, harness.url, "flow=unfinished&document");
    const original = await written(page);
    const from = await middle(card(page, /^Approval, Approve/));
    const to = await middle(page.getByRole("button", { name: "Add a step after “Start”" }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + 30, { steps: 5 });
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.getByText("Drop here").waitFor();
    await page.mouse.up();
    await expect.poll(() => shape(page)).toContain("start_1>approval_1");
    // The branch that it stood in has nothing left that tells it from the other one.
    await undoAll(page);
    expect(await written(page)).toBe(original);
    await page.getByRole("button", { name: /^Branch 1: Amount/ }).click();
    await page.getByRole("button", { name: "Remove branch with its step" }).click();
    await page.getByText("One branch was left, so the branching is gone. Its steps stay.").first().waitFor();
    expect((await definition(page)).nodes.map(({ id }) => id)).toEqual(["start_1", "end_1"]);
    await page.context().close();
  });

  it("sends a rejected case back to an earlier step", async () => {
    const page = await openSteps(browser, harness.url, "flow=small&document");
    await page.getByRole("button", { name: "Add a step after “Check the order”" }).click();
    await choose(page, "approval");
    await card(page, /^Approval/).click();
    await page
      .getByRole("combobox", { name: "When rejected, back to an earlier step" })
      .selectOption("userTask_1");
    await page.getByRole("button", { name: "Back to “Check the order”" }).waitFor();
    const back = (await definition(page)).edges.find(
      ({ target, source }) => target === "userTask_1" && source !== "start_1",
    );
    expect(back?.outcome).toBe("rejected");
    await page.context().close();
  });

  it("brings a step from the palette to a “+”", async () => {
    const page = await openSteps(browser, harness.url, "flow=small&document");
    const item = page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: "Approval", exact: true });
    const from = await middle(item);
    const to = await middle(page.getByRole("button", { name: "Add a step after “Check the order”" }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 20, { steps: 6 });
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => shape(page)).toContain("userTask_1>approval_1");
    await page.context().close();
  });

  it("keeps steps whose lines cross in one card that leads to the canvas", async () => {
    const page = await openSteps(browser, harness.url, "flow=returns");
    await page.getByText("Steps with crossing lines").first().waitFor();
    await page.getByRole("button", { name: "Open on the canvas" }).first().click();
    await page.getByRole("application").waitFor();
    await page.context().close();
  });

  it("remembers which view was chosen", async () => {
    const page = await openSteps(browser, harness.url, "flow=small");
    await page.reload();
    await page.getByRole("region", { name: "Steps of the flow" }).waitFor();
    await page.context().close();
  });
});

describe("the column of steps by keyboard alone", () => {
  it("is one tab stop, walks, adds, moves, deletes and undoes", async () => {
    const page = await openSteps(browser, harness.url, "flow=small&document");
    const original = await written(page);
    await card(page, /^Start/).focus();
    expect(await page.locator('.fw-vertical [data-stop][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    expect(await focusedName(page)).toBe("Add a step after “Start”");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focusedName(page)).toMatch(/^Task, Check the order/);
    await page.keyboard.press("a");
    await choose(page, "approval");
    await expect.poll(() => focusedName(page)).toMatch(/^Approval/);
    await page.keyboard.press("Alt+ArrowUp");
    await expect
      .poll(() => shape(page))
      .toEqual(["start_1>approval_1", "userTask_1>end_1", "approval_1>userTask_1"]);
    await page.getByRole("status").filter({ hasText: "“Approval” now stands after “Start”." }).waitFor();
    await expect.poll(() => focusedName(page)).toMatch(/^Approval/);
    await page.keyboard.press("Control+d");
    await expect.poll(async () => (await definition(page)).nodes.length).toBe(5);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await definition(page)).nodes.length).toBe(4);
    for (let at = 0; at < 4; at += 1) await page.keyboard.press("Control+z");
    expect(await written(page)).toBe(original);
    await page.context().close();
  });

  it("cuts a decision with its branches and pastes it at the “+” that has the focus", async () => {
    const page = await openSteps(browser, harness.url, "flow=unfinished&document");
    const original = await written(page);
    const before = await definition(page);
    const fork = before.nodes.find(({ kind }) => kind === "exclusive");
    await card(page, /^Decision/).focus();
    await page.keyboard.press("Control+x");
    await expect
      .poll(async () => (await definition(page)).nodes.some(({ id }) => id === fork?.id))
      .toBe(false);
    await page.getByRole("button", { name: "Add a step after “Start”" }).focus();
    await page.keyboard.press("Control+v");
    await expect.poll(async () => (await definition(page)).nodes.length).toBe(before.nodes.length);
    const conditions = (made: WorkflowDefinition) =>
      made.edges.map(({ condition }) => condition ?? "").sort();
    expect(conditions(await definition(page))).toEqual(conditions(before));
    await expect.poll(() => focusedName(page)).toMatch(/^Decision/);
    await undoAll(page);
    expect(await written(page)).toBe(original);
    await page.context().close();
  });

  it("goes from branch to branch and changes their order", async () => {
    const page = await openSteps(browser, harness.url, "flow=unfinished&document");
    const first = page.getByRole("button", { name: /^Branch 1: Amount > ¥5,000/ });
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focusedName(page)).toMatch(/^Branch 2: Amount < ¥1,000/);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect.poll(() => focusedName(page)).toMatch(/^Branch 1: Amount < ¥1,000/);
    await page.keyboard.press("Shift+V");
    await page.getByRole("application").waitFor();
    await page.context().close();
  });
});

describe("the column of steps on a phone", () => {
  it("is there from the start, adds by touch, and moves a step by its grip", async () => {
    const page = await openSteps(browser, harness.url, "flow=small&document&language=zh-CN", PHONE);
    await page.getByRole("button", { name: "在“核对订单”之后添加节点" }).tap();
    await choose(page, "审批");
    await card(page, /^审批/).waitFor();
    await expect.poll(() => shape(page)).toContain("userTask_1>approval_1");
    const grip = await middle(page.getByTitle("移动“审批”"));
    const to = await middle(page.getByRole("button", { name: "在“开始”之后添加节点" }));
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
    await touch("touchStart", grip);
    for (const part of [0.2, 0.5, 0.8, 1]) {
      await touch("touchMove", {
        x: grip.x + (to.x - grip.x) * part,
        y: grip.y + (to.y - grip.y) * part,
      });
    }
    await touch("touchEnd");
    await expect.poll(() => shape(page)).toContain("start_1>approval_1");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it("opens the properties over everything and comes back to the step", async () => {
    const page = await openSteps(browser, harness.url, "flow=small", PHONE);
    await card(page, /^Task, Check the order/).tap();
    await page.getByRole("complementary", { name: "Details" }).waitFor();
    await page.getByRole("button", { name: "Close details" }).tap();
    await expect.poll(() => focusedName(page)).toMatch(/^Task, Check the order/);
    await page.context().close();
  });
});
