import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { canonical } from "./hands/canonical.ts";
import { draw } from "./hands/draw.ts";
import { shortReturn } from "./hands/flows.ts";
import { type Input, openHand } from "./hands/open-hand.ts";
import { editByChance, takeBackAndRedo, written } from "./hands/random-edits.ts";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser } from "./open-page.ts";

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

describe("one flow and three ways to draw it", () => {
  // The whole return flow is drawn by `npm run soak three-inputs`.
  for (const input of ["mouse", "finger", "keyboard"] as const satisfies readonly Input[]) {
    it(`comes out the same by ${input} alone`, async () => {
      const target = shortReturn();
      const hand = await openHand(browser, harness.url, input);
      const drawn = await draw(hand, target);
      expect(canonical(drawn)).toEqual(canonical(target));
      await hand.page.context().close();
    });
  }
});

describe("edits by mouse, keyboard and finger in turns", () => {
  it("are taken back to the first byte, and done again", async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      hasTouch: true,
    });
    const page = await context.newPage();
    await page.goto(`${harness.url}?flow=refund`);
    await page.getByRole("application").waitFor();
    const first = await written(page);
    const edits = await editByChance(page, 7, 5);
    expect(new Set(edits.map(({ by }) => by)).size).toBe(3);
    const { undone, redone } = await takeBackAndRedo(page, first, edits);
    expect(undone).toBe(redone);
    await context.close();
  });
});
