import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveHarness } from "../harness/serve-harness.ts";
import { openBrowser } from "../open-page.ts";
import type { Look } from "./look.ts";
import { openOnlooker, type Theme } from "./look-at.ts";
import { STATES } from "./states.ts";

let browser: Browser;
let page: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, page] = await Promise.all([openBrowser(), serveHarness(path.join(import.meta.dirname, "page"))]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await page?.close();
});

/**
 * A state of each part in one look, every language, theme and width among them. `scripts/look-at-states.ts` looks at
 * all states in all looks.
 */
const SAMPLE: readonly (readonly [state: string, Look["language"], Look["width"], Theme])[] = [
  ["every kind", "zh-CN", 1440, "dark"],
  ["append menu", "en", 390, "light"],
  ["commands", "zh-CN", 1440, "light"],
  ["several selected", "en", 1440, "dark"],
  ["problems", "zh-CN", 390, "dark"],
  ["details: approval", "en", 1440, "light"],
  ["decision table", "zh-CN", 390, "light"],
  ["play: paused at a step", "en", 390, "dark"],
  ["column: every kind", "zh-CN", 390, "dark"],
  ["viewer with overlays", "en", 1440, "light"],
];

it("nothing is found by axe, nor by the checks beside it, in a state of each part", {
  timeout: 180_000,
}, async () => {
  const found: Record<string, readonly string[]> = {};
  const waiting = [...SAMPLE];
  const looks = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, language, width, theme] = next;
      const state = STATES.find((each) => each.name === name);
      if (!state) throw new Error(`There is no state “${name}”`);
      const onlooker = await openOnlooker(browser, page.url, { language, width });
      const [seen] = await onlooker.lookAt(state, [theme]);
      await onlooker.close();
      found[`${name}, ${language}, ${width}, ${theme}`] = seen?.found ?? ["not looked at"];
    }
  };
  await Promise.all([looks(), looks()]);
  expect(Object.entries(found).filter(([, complaints]) => complaints.length > 0)).toEqual([]);
});
