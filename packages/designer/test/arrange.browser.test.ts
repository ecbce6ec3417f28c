import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser, openPage } from "./open-page.ts";

vi.setConfig({ testTimeout: 30_000 });

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
const pick = (page: Page) => step(page, /^Task[ \d]*, Pick/);
const pack = (page: Page) => step(page, /^Task[ \d]*, Pack/);

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("Not to be seen");
  return box;
}

async function documentOf(page: Page): Promise<string> {
  await page.waitForTimeout(60);
  return (await page.getByLabel("Document").textContent()) ?? "";
}

async function positionOf(page: Page, id: string): Promise<{ x: number; y: number } | undefined> {
  const { nodes } = JSON.parse(await documentOf(page)) as WorkflowDefinition;
  return nodes.find((node) => node.id === id)?.position;
}

/** Drags by pixels of the screen; `meanwhile` runs before letting go. */
async function drag(
  page: Page,
  locator: Locator,
  by: { x: number; y: number },
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const box = await boxOf(locator);
  const from = { x: box.x + 60, y: box.y + 12 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // What is dragged follows from where the pointer is known to drag.
  await page.mouse.move(from.x + 4, from.y);
  await page.mouse.move(from.x + 4 + by.x, from.y + by.y, { steps: 6 });
  await page.waitForTimeout(60);
  await meanwhile();
  await page.mouse.up();
}

/** The whole flow at 100 %, so that pixels of the screen are pixels of the flow. */
async function openRoomy(query = "", options = {}): Promise<Page> {
  const page = await openPage(browser, harness.url, `flow=roomy&document=1${query}`, {
    viewport: { width: 1920, height: 900 },
    ...options,
  });
  page.setDefaultTimeout(5_000);
  await page.waitForTimeout(150);
  return page;
}

describe("arranging on the canvas", () => {
  it("shows a step before it is taken, makes room by dragging, and makes the details wider", async () => {
    const page = await openRoomy();
    await pack(page).click();
    await page.keyboard.press("a");
    const ghost = page.locator(".fw-preview-step:not([data-moved])");
    await ghost.waitFor();
    const shown = await boxOf(ghost);
    await page.keyboard.type("approval");
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await expect.poll(() => ghost.count()).toBe(0);
    const made = await boxOf(page.locator(".react-flow__node.selected"));
    expect([Math.round(made.x), Math.round(made.y)]).toEqual([Math.round(shown.x), Math.round(shown.y)]);
    await page.keyboard.press("Control+z");
    // The keyboard is back on the step that it came from.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-id")))
      .toBe("pack");

    const before = await positionOf(page, "pack");
    const box = await boxOf(pack(page));
    await page.keyboard.press("s");
    await page.locator(".fw-space-ground").waitFor();
    await page.mouse.move(box.x - 20, box.y - 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y - 58, { steps: 4 });
    await page.locator(".fw-preview-step[data-moved]").first().waitFor();
    await page.mouse.up();
    const after = await positionOf(page, "pack");
    expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThanOrEqual(64);
    expect(after?.y).toBe(before?.y);
    await page.keyboard.press("Control+z");
    expect(await positionOf(page, "pack")).toEqual(before);

    const details = page.getByRole("complementary", { name: "Details" });
    const { width } = await boxOf(details);
    await page.getByRole("separator", { name: "Width of the details" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => (await boxOf(details)).width).toBe(width + 24);
    await page.context().close();
  });

  it("selects by a frame, takes away with Ctrl, and aligns in one step", async () => {
    const page = await openRoomy();
    const [first, second] = [await boxOf(pick(page)), await boxOf(pack(page))];
    await page.mouse.move(first.x - 12, first.y - 20);
    await page.mouse.down();
    await page.mouse.move(second.x + 20, second.y + 20, { steps: 5 });
    await page.mouse.up();
    const bar = page.getByRole("toolbar", { name: "Arrange the selection" });
    await bar.getByText("2 steps").waitFor();
    const before = await documentOf(page);
    await bar.getByRole("button", { name: "Align top" }).click();
    expect((await positionOf(page, "pack"))?.y).toBe(0);
    await page.keyboard.press("Control+z");
    expect(await documentOf(page)).toBe(before);
    await page.keyboard.down("Control");
    await page.mouse.move(second.x - 12, second.y - 12);
    await page.mouse.down();
    await page.mouse.move(second.x + 20, second.y + 20, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up("Control");
    await bar.waitFor({ state: "hidden" });
    await page.getByRole("textbox", { name: "Name" }).waitFor();
    await page.context().close();
  });

  it("draws a dragged step to a helper line, but not with Ctrl, and copies with Alt", async () => {
    const page = await openRoomy();
    const line = page.locator(".fw-helper-lines line");
    await drag(page, pack(page), { x: 0, y: -117 }, async () =>
      expect(await line.count()).toBeGreaterThan(0),
    );
    expect(await positionOf(page, "pack")).toEqual({ x: 450, y: 0 });
    await page.keyboard.press("Control+z");
    await page.keyboard.down("Alt");
    await drag(page, pack(page), { x: 40, y: 160 });
    await page.keyboard.up("Alt");
    await expect.poll(() => pack(page).count()).toBe(2);
    expect(await positionOf(page, "pack")).toEqual({ x: 450, y: 120 });
    await page.context().close();
  });

  it("makes a connected step by Ctrl and an arrow, and moves each press for itself", async () => {
    const page = await openRoomy();
    await pack(page).click();
    await page.keyboard.press("Control+ArrowDown");
    await page.getByRole("group", { name: /^Line from Pack to Task/ }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toMatch(/^Task,/);
    await pack(page).focus();
    await pack(page).click();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+ArrowRight");
    expect((await positionOf(page, "pack"))?.x).toBe(466);
    await page.keyboard.press("Control+z");
    expect((await positionOf(page, "pack"))?.x).toBe(458);
    await page.context().close();
  });

  it("groups steps, names the group, moves it as one, folds it and takes it all back", async () => {
    const page = await openRoomy();
    const before = await documentOf(page);
    await pick(page).click();
    await pack(page).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+g");
    await page.getByRole("textbox", { name: "Name" }).waitFor();
    await page.keyboard.type("Goods");
    const frame = step(page, /^Group Goods, 2 steps$/);
    await drag(page, frame.getByText("Goods"), { x: 0, y: 80 });
    expect(await positionOf(page, "pick")).toEqual({ x: 120, y: 80 });
    expect(await positionOf(page, "pack")).toEqual({ x: 450, y: 200 });
    await page.keyboard.press("Alt+g");
    await page.getByRole("button", { name: "Open Goods" }).waitFor();
    expect(await pick(page).count()).toBe(0);
    await page.getByRole("group", { name: /^Line from Start[ \d]* to Goods/ }).waitFor();
    for (let undo = 0; undo < 4; undo += 1) await page.keyboard.press("Control+z");
    await expect.poll(() => documentOf(page)).toBe(before);
    await page.context().close();
  });

  it("shows a sub-process on its own and leads back by Esc and by the breadcrumb", async () => {
    const page = await openRoomy();
    const billing = step(page, /^Sub-process, Billing/);
    await billing.focus();
    await page.keyboard.press("o");
    await step(page, /^Task, Write the invoice/).waitFor();
    expect(await pick(page).count()).toBe(0);
    const where = page.getByRole("navigation", { name: "Where you are in the flow" });
    await where.getByText("Billing", { exact: true }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await pick(page).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-id")))
      .toBe("billing");
    const inner = (JSON.parse(await documentOf(page)) as WorkflowDefinition).nodes.find(
      ({ id }) => id === "billing",
    );
    expect(inner && "nodes" in inner ? inner.nodes : []).toHaveLength(4);
    await page.getByRole("button", { name: "Show Billing on its own" }).click();
    await where.getByRole("button", { name: "Roomy flow" }).click();
    await pick(page).waitFor();
    await page.context().close();
  });

  it("makes a sub-process of a selection, or says which line stands in the way", async () => {
    const page = await openRoomy();
    await pick(page).click();
    await pack(page).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Alt+x");
    await page.getByRole("textbox", { name: "Name" }).fill("Goods out");
    await page.getByRole("group", { name: "Line from Goods out to Billing" }).waitFor();
    await step(page, /^Event, Start|^Start/)
      .first()
      .click();
    await page.keyboard.press("Alt+x");
    await page.getByRole("status").filter({ hasText: "begins the flow and must stay outside" }).waitFor();
    await page.context().close();
  });

  it("offers what can be done by a right click, by Shift+F10 and to a finger that rests", async () => {
    const page = await openRoomy("&language=zh-CN");
    const task = step(page, /^任务[ \d]*，拣货/);
    await task.click({ button: "right" });
    const menu = page.getByRole("menu", { name: "拣货的操作" });
    await menu.getByRole("menuitem", { name: "创建副本" }).click();
    await expect.poll(() => step(page, /^任务[ \d]*，拣货/).count()).toBe(2);
    await page.keyboard.press("Shift+F10");
    await menu.waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect.poll(() => step(page, /^任务[ \d]*，拣货/).count()).toBe(1);
    await page.context().close();

    const phone = await openRoomy("", { viewport: { width: 390, height: 844 }, hasTouch: true });
    const finger = await phone.context().newCDPSession(phone);
    const { x, y } = await boxOf(pick(phone));
    await finger.send("Input.dispatchTouchEvent", {
      type: "touchStart",
      touchPoints: [{ x: x + 30, y: y + 12 }],
    });
    await phone.getByRole("menu", { name: "What can be done with Pick" }).waitFor();
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await phone.getByRole("menuitem", { name: "Select everything after" }).waitFor();
    await phone.context().close();
  });

  it("shows who does what, lets one role stand out, and colours a group", async () => {
    const page = await openRoomy("&language=zh-CN&theme=dark");
    await page.getByRole("button", { name: "谁来做" }).click();
    const only = page.getByRole("button", { name: /^只看：\s*仓库/ });
    await only.click();
    expect(await only.getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.locator(".fw-step[data-dim]").count()).toBe(3);
    await step(page, /^任务[ \d]*，拣货/).click();
    await step(page, /^任务[ \d]*，打包/).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+g");
    await page.getByRole("radio", { name: "青色" }).check({ force: true });
    await step(page, /^任务[ \d]*，打包/).click({ button: "right" });
    await page.getByRole("menu").waitFor();
    await page.context().close();
  });
});
