import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser } from "./open-page.ts";

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

const PARTS = [
  "FindBar",
  "CommandPalette",
  "StepChoice",
  "PropertiesPanel",
  "NoteCard",
  "ShortcutSheet",
] as const;
type Part = (typeof PARTS)[number];

/** The designer, with every part that opens by a key held back on the way until it is let through. */
async function openWithoutParts(): Promise<{ page: Page; letThrough: (part: Part) => void }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const gates = new Map(PARTS.map((part) => [part, Promise.withResolvers<void>()]));
  for (const [part, gate] of gates) {
    await page.route(`**/${part}-*.js`, async (route) => {
      await gate.promise;
      await route.continue();
    });
  }
  await page.goto(`${harness.url}?flow=small`);
  await page.getByRole("application").waitFor();
  return { page, letThrough: (part) => gates.get(part)?.resolve() };
}

/** How many steps there are and whether the menu of steps is open: what letters would change on the canvas. */
const canvasOf = async (page: Page) => [
  await page.locator(".react-flow__node").count(),
  await page.getByRole("dialog").count(),
];

/** Whether the keyboard is on a step. */
const onStep = (page: Page) =>
  page.evaluate(() => document.activeElement?.classList.contains("react-flow__node"));

it("what is typed before a part is there goes into it, and no letter of it is a key of the canvas", async () => {
  const { page, letThrough } = await openWithoutParts();
  const step = page.locator(".react-flow__node").nth(1);
  await step.focus();
  const before = await canvasOf(page);

  // Given up before it is there, Find leaves the keyboard where it was.
  await page.keyboard.press("Control+f");
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  expect(await onStep(page)).toBe(true);
  // Asked for again, it has what was typed since, corrections included, and goes on from there.
  await page.keyboard.press("Control+f");
  await page.keyboard.type("nrac");
  await page.keyboard.press("Backspace");
  expect(await canvasOf(page)).toEqual(before);
  letThrough("FindBar");
  const found = page.getByRole("textbox", { name: "Find in this flow" });
  await expect.poll(() => found.inputValue()).toBe("nra");
  await page.keyboard.type("b");
  expect(await found.inputValue()).toBe("nrab");
  await page.keyboard.press("Escape");
  await expect.poll(() => onStep(page)).toBe(true);

  // A dialog gives the keyboard back to the step as well.
  await page.keyboard.press("?");
  await page.keyboard.type("nd");
  expect(await canvasOf(page)).toEqual(before);
  letThrough("ShortcutSheet");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => onStep(page)).toBe(true);

  for (const [part, key, role, name] of [
    ["CommandPalette", "Control+k", "combobox", "Command, step, flow or case"],
    ["PropertiesPanel", "F2", "textbox", "Name"],
    ["NoteCard", "Shift+s", "textbox", "Text of the note"],
  ] as const) {
    await step.focus();
    await page.keyboard.press(key);
    await page.keyboard.type("nac");
    expect(await canvasOf(page)).toEqual(before);
    letThrough(part);
    await expect.poll(() => page.getByRole(role, { name }).first().inputValue()).toContain("nac");
    await page.keyboard.press("Escape");
  }

  // Enter waits, too.
  await step.focus();
  await page.keyboard.press("n");
  await page.keyboard.type("approval");
  await page.keyboard.press("Enter");
  letThrough("StepChoice");
  await expect.poll(() => page.locator(".react-flow__node").count()).toBe((before[0] ?? 0) + 1);
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await page.context().close();
});
