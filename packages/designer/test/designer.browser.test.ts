import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openPage } from "./open-page.ts";

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

const step = (page: Page, name: RegExp): Locator => page.getByRole("group", { name });
const steps = (page: Page): Locator => page.locator(".react-flow__nodes").getByRole("group");
const lines = (page: Page): Locator => page.getByRole("group", { name: /^(Line from|连线)/ });

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("Not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const paletteItem = (page: Page, name: string) =>
  page.getByRole("navigation", { name: /Steps|节点/ }).getByRole("button", { name, exact: true });

describe("the designer with a real mouse", () => {
  it("puts a step where it is dropped from the palette, as one undo step", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    const canvas = await page.getByRole("application").boundingBox();
    await drag(page, await middle(paletteItem(page, "Approval")), {
      x: (canvas?.x ?? 0) + 400,
      y: (canvas?.y ?? 0) + 120,
    });
    await step(page, /^Approval/).waitFor();
    expect(await steps(page).count()).toBe(4);
    await page.getByRole("button", { name: "Undo: Add Approval" }).click();
    expect(await steps(page).count()).toBe(3);
    await page.context().close();
  });

  it("inserts a step that is dropped on a line, and moves the rest aside", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    const from = await middle(step(page, /^Task, Check the order/));
    const to = await middle(step(page, /^End, Done/));
    await drag(page, await middle(paletteItem(page, "Approval")), { x: (from.x + to.x) / 2 + 60, y: from.y });
    await step(page, /^Approval.*followed by Done/).waitFor();
    await step(page, /^Task, Check the order.*followed by Approval/).waitFor();
    expect(await lines(page).count()).toBe(3);
    expect((await middle(step(page, /^End, Done/))).x).toBeGreaterThan(to.x);
    await page.context().close();
  });

  it("makes a step conditional with one click and asks for the condition", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await step(page, /^Task, Check the order/).click();
    await page.getByRole("button", { name: "Only when…" }).click();
    await step(page, /^Decision, Check the order needed\?/).waitFor();
    await page.getByRole("group", { name: "Line from Check the order needed? to Done: Otherwise" }).waitFor();
    await page
      .getByRole("complementary", { name: "Details" })
      .getByText("Line from Check the order needed? to Check the order")
      .waitFor();
    await page.getByRole("button", { name: /^1 error/ }).waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => steps(page).count()).toBe(3);
    await page.context().close();
  });

  it("says why a line may not be drawn", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await step(page, /^Task, Check the order/).hover();
    const plus = page.getByRole("button", { name: "Add a step after “Check the order”" });
    await drag(page, await middle(plus), await middle(step(page, /^Start/)));
    await page.getByText("Nothing comes before a start. Lead back to the step after it.").first().waitFor();
    expect(await lines(page).count()).toBe(2);
    await page.context().close();
  });

  it("opens the menu of steps behind a “+” and appends what is chosen by its pinyin", async () => {
    const page = await openPage(browser, harness.url, "flow=small&language=zh-CN");
    await step(page, /^任务，核对订单/).hover();
    await page.getByRole("button", { name: "在“核对订单”之后添加节点" }).click();
    await page.getByRole("combobox", { name: "搜索节点，支持拼音" }).fill("tjpd");
    await page.keyboard.press("Enter");
    await step(page, /^条件判断/).waitFor();
    expect(await lines(page).count()).toBe(3);
    await page.context().close();
  });

  it("moves a step by dragging and takes it back with Ctrl+Z", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    const task = step(page, /^Task, Check the order/);
    const before = await middle(task);
    await drag(page, before, { x: before.x + 40, y: before.y + 160 });
    await page.waitForTimeout(100);
    const after = await middle(task);
    expect(after.y).toBeGreaterThan(before.y + 140);
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(100);
    expect(await middle(task)).toEqual(before);
    await page.keyboard.press("Control+y");
    await page.waitForTimeout(100);
    expect(await middle(task)).toEqual(after);
    await page.context().close();
  });

  it("selects with a marquee and deletes what is selected", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    const task = await middle(step(page, /^Task, Check the order/));
    const end = await middle(step(page, /^End, Done/));
    await drag(page, { x: task.x - 130, y: task.y - 90 }, { x: end.x + 40, y: end.y + 60 });
    await page.keyboard.press("Delete");
    await expect.poll(() => steps(page).count()).toBe(1);
    await page.context().close();
  });
});

describe("the designer by keyboard alone", () => {
  it("is one tab stop, walks along the lines, appends, connects and undoes", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await step(page, /^Start/).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focusedName(page)).toMatch(/^Task, Check the order/);
    expect(await page.locator('.react-flow__node[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("a");
    await page.getByRole("combobox", { name: "Search steps" }).fill("decision");
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedName(page)).toMatch(/^Decision/);
    await page.keyboard.press("c");
    await page.getByRole("status").filter({ hasText: "Choose where the line" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => lines(page).count()).toBe(4);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(() => lines(page).count()).toBe(2);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => lines(page).count()).toBe(3);
    await page.context().close();
  });

  it("nudges by the grid and deletes with reconnecting", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    const task = step(page, /^Task, Check the order/);
    await task.click();
    const before = await middle(task);
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    await page.waitForTimeout(80);
    expect((await middle(task)).y - before.y).toBeCloseTo(16, 0);
    await page.keyboard.press("Control+Delete");
    await page.getByRole("group", { name: "Line from Start to Done" }).waitFor();
    await page.context().close();
  });

  it("copies and pastes steps with the line between them", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await step(page, /^Task, Check the order/).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await page.getByText("Copied 3 steps.").first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.startsWith("flowright/steps/v1\n")).toBe(true);
    await page.keyboard.press("Control+v");
    await expect.poll(() => steps(page).count()).toBe(6);
    expect(await lines(page).count()).toBe(4);
    await page.context().close();
  });

  it("leaves the keys alone while somebody types", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await step(page, /^Task, Check the order/).focus();
    await page.keyboard.press("n");
    await page.getByRole("combobox", { name: "Search steps" }).fill("n");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    expect(await steps(page).count()).toBe(3);
    await page.context().close();
  });
});

describe("problems", () => {
  it("shows what would happen to a case, and mends it with one click", async () => {
    const page = await openPage(browser, harness.url, "flow=unfinished");
    await page.getByRole("button", { name: /^\d+ error/ }).click();
    await page.getByRole("button", { name: "Show what happens" }).click();
    await page.getByText("A case for which no condition is true stops here.").waitFor();
    await page.getByRole("button", { name: "Make the last branch “otherwise”" }).click();
    await page.getByRole("button", { name: "No problems" }).waitFor();
    await page.context().close();
  });
});

describe("a trial", () => {
  it("runs the flow to its end with made-up data, and back", async () => {
    const page = await openPage(browser, harness.url, "flow=small");
    await page.getByRole("button", { name: "Try the flow" }).click();
    await page.getByRole("button", { name: "Start the trial" }).click();
    await page.getByRole("button", { name: "Complete" }).click();
    await page.getByText("The case is finished.").waitFor();
    await page.getByRole("button", { name: "Step back" }).click();
    await page.getByRole("button", { name: "Complete", exact: true }).waitFor();
    await page.context().close();
  });
});

describe("a phone", () => {
  it("adds a step with a finger and keeps the canvas usable", async () => {
    const page = await openPage(browser, harness.url, "flow=small&language=zh-CN", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("button", { name: "添加节点", exact: true }).tap();
    await paletteItem(page, "审批").tap();
    await step(page, /^审批/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it("drags a step onto a line with a finger", async () => {
    const page = await openPage(browser, harness.url, "flow=small&language=zh-CN", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const from = await middle(step(page, /^任务，核对订单/));
    const to = await middle(step(page, /^结束，完成/));
    await page.getByRole("button", { name: "添加节点", exact: true }).tap();
    const item = await middle(paletteItem(page, "审批"));
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
    await touch("touchStart", item);
    for (const part of [0.3, 0.6, 1]) {
      await touch("touchMove", {
        x: item.x + ((from.x + to.x) / 2 + 38 - item.x) * part,
        y: item.y + (from.y - item.y) * part,
      });
    }
    await touch("touchEnd");
    await step(page, /^审批.*后接完成/).waitFor();
    await page.context().close();
  });
});

describe("a large flow", () => {
  it("is drawn in few elements from afar, can be dragged there, and is whole again near by", async () => {
    const page = await openPage(browser, harness.url, "flow=large&steps=400");
    // At first it shows its beginning, to be read.
    await step(page, /^Task, Step 0,/).waitFor();
    await lines(page).first().waitFor();
    await page.getByRole("button", { name: "Fit to screen" }).click();
    await expect.poll(() => steps(page).count(), { timeout: 10_000 }).toBe(400);
    await expect.poll(() => lines(page).count()).toBe(0);
    // The steps with their names, and hardly anything else.
    const elements = () =>
      page.getByRole("application").evaluate((canvas) => canvas.querySelectorAll("*").length);
    expect(await elements()).toBeLessThan(400 * 5);

    const tile = step(page, /^Task, Step 203,/);
    const from = await middle(tile);
    await drag(page, from, { x: from.x, y: from.y + 150 });
    expect((await middle(tile)).y).toBeGreaterThan(from.y + 100);
    await page.getByRole("button", { name: /^Undo: Move/ }).waitFor();

    await page.mouse.move(from.x, from.y);
    await page.keyboard.down("Control");
    for (let turns = 0; turns < 6; turns += 1) await page.mouse.wheel(0, -300);
    await page.keyboard.up("Control");
    await expect.poll(() => lines(page).count(), { timeout: 10_000 }).toBeGreaterThan(10);
    await page.context().close();
  });
});

describe("the viewer", () => {
  it("names counts on steps and tells which step was clicked", async () => {
    const page = await openPage(browser, harness.url, "flow=returns&part=viewer");
    const refund = page.getByRole("group", { name: /^Call a system, Refund,.*1 incident/ });
    await refund.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByLabel("clicked").textContent()).toBe("refund");
    await page.context().close();
  });

  it("names the flow that a step calls", async () => {
    const page = await openPage(browser, harness.url, "flow=kinds&part=viewer");
    const call = page.locator('.react-flow__node[data-id="call"]');
    await expect.poll(() => call.textContent()).toContain("Refunds");
    await page.context().close();
  });
});

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
}
