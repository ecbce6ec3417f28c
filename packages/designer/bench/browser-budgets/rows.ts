import type { Browser, Page } from "playwright-core";
import { dragStep, lookAtAll, lookClosely, pan, typeName, zoomSweep } from "./gestures.ts";
import { openPage, phone } from "./open-budget-page.ts";

/** One line of the table of budgets. */
export interface Row {
  readonly name: string;
  /** What it is meant to be, and what is let pass on two cores without a graphics card (milliseconds). */
  readonly target: number;
  readonly gate: number;
  /** One measurement on a page of its own. */
  measure(browser: Browser, url: string): Promise<number>;
}

export const ROWS: readonly Row[] = [
  canvas("drag a step, 500 steps, frame p95", 17, 25, 500, 95, dragStep),
  canvas("drag a step, 1000 steps, frame p95", 17, 30, 1_000, 95, dragStep),
  canvas("drag a step, 2000 steps, frame p95", 18, 35, 2_000, 95, dragStep),
  canvas("move the ground, 1000 steps, frame p95", 17, 30, 1_000, 95, pan),
  canvas("zoom out and in, 1000 steps, frame p95", 22, 60, 1_000, 95, zoomSweep),
  canvas("drag with all 1000 steps in sight, frame p95", 22, 50, 1_000, 95, async (page) => {
    await lookAtAll(page);
    return dragStep(page);
  }),
  ready("canvas there after its data, 200 steps", 300, 600, 200),
  ready("canvas there after its data, 1000 steps", 900, 1_500, 1_000),
  canvas("key to paint in the details, 60 steps, p98", 50, 80, 60, 98, typeName),
  canvas("key to paint in the details, 1000 steps, p98", 50, 80, 1_000, 98, typeName),
  inPage("problems of 500 steps", 150, 300, 500, "lint"),
  inPage("layout of 200 steps in the worker", 300, 600, 200, "layout"),
  inPage("layout of 1000 steps in the worker", 1_000, 2_000, 1_000, "layout"),
  {
    name: "viewer on a phone (processor × 1/4), 100 steps",
    target: 600,
    gate: 1_200,
    async measure(browser, url) {
      const { page, there } = await openPage(browser, `${url}?part=viewer&steps=100`, phone);
      await page.context().close();
      return there;
    },
  },
];

function canvas(
  name: string,
  target: number,
  gate: number,
  steps: number,
  percent: number,
  gesture: (page: Page) => Promise<number[]>,
): Row {
  return {
    name,
    target,
    gate,
    async measure(browser, url) {
      const { page } = await openPage(browser, `${url}?steps=${steps}`);
      // What follows the first picture (problems, the proof) is not what is measured.
      await page.waitForTimeout(1_500);
      await lookClosely(page);
      const samples = await gesture(page);
      await page.context().close();
      return percentile(samples, percent);
    },
  };
}

function ready(name: string, target: number, gate: number, steps: number): Row {
  return {
    name,
    target,
    gate,
    async measure(browser, url) {
      const { page, there } = await openPage(browser, `${url}?steps=${steps}`);
      await page.context().close();
      return there;
    },
  };
}

/** Once to warm up, then once to measure. */
function inPage(name: string, target: number, gate: number, steps: number, what: "lint" | "layout"): Row {
  return {
    name,
    target,
    gate,
    async measure(browser, url) {
      const { page } = await openPage(browser, `${url}?steps=${steps}`);
      await page.waitForTimeout(1_500);
      await page.evaluate((work) => window.budgets[work](), what);
      const took = await page.evaluate((work) => window.budgets[work](), what);
      await page.context().close();
      return took;
    },
  };
}

function percentile(samples: readonly number[], percent: number): number {
  if (samples.length < 20) throw new Error(`Only ${samples.length} samples`);
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
