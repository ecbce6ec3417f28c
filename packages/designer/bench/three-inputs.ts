/**
 * Draws the whole return flow of the examples three times on an empty ground: with the mouse alone, by keyboard alone,
 * and in the column of steps with a finger. Each time the flow must come out as it is in the examples, but for ids and
 * places. Then edits by chance from all three, taken back to the first byte and done again. Exits with 1 where one of
 * them does not. Arguments: inputs (`mouse`, `keyboard`, `finger`, `edits`), all when none is given; the seed of the
 * edits comes from SEED.
 */
import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Browser } from "playwright-core";
import { canonical } from "../test/hands/canonical.ts";
import { called, draw } from "../test/hands/draw.ts";
import { returnFlow } from "../test/hands/flows.ts";
import { type Input, openHand } from "../test/hands/open-hand.ts";
import { editByChance, takeBackAndRedo, written } from "../test/hands/random-edits.ts";
import { serveHarness } from "../test/harness/serve-harness.ts";
import { openBrowser } from "../test/open-page.ts";

const EDITS = 200;
const INPUTS = ["mouse", "keyboard", "finger"] as const satisfies readonly Input[];

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : [...INPUTS, "edits"];
const [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
let failed = false;
for (const input of INPUTS) if (wanted.includes(input)) failed = !(await drawn(browser, input)) || failed;
if (wanted.includes("edits")) failed = !(await edited(browser)) || failed;
await Promise.all([browser.close(), harness.close()]);
process.exitCode = failed ? 1 : 0;

async function drawn(browser: Browser, input: Input): Promise<boolean> {
  const target = returnFlow();
  const hand = await openHand(browser, harness.url, input);
  const from = performance.now();
  let acts = 0;
  try {
    const made = await draw(hand, target, (act, seconds) => {
      acts += 1;
      if (process.env["TOLD"]) console.log(`  ${called(act)} ${seconds.toFixed(1)} s`);
    });
    const same = isDeepStrictEqual(canonical(made), canonical(target));
    console.log(
      `${input}: ${acts} acts, ${made.nodes.length} steps in the flow itself, ${seconds(from)} s: ${same ? "the same flow" : "another flow"}`,
    );
    return same;
  } catch (error) {
    console.log(`${input}: after ${acts} acts: ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await hand.page.context().close();
  }
}

async function edited(browser: Browser): Promise<boolean> {
  const seed = Number(process.env["SEED"] ?? randomInt(1_000_000));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    hasTouch: true,
  });
  const page = await context.newPage();
  const from = performance.now();
  try {
    await page.goto(`${harness.url}?flow=refund`);
    await page.getByRole("application").waitFor();
    const first = await written(page);
    const edits = await editByChance(page, seed, EDITS);
    const by = (one: string) => edits.filter((edit) => edit.by === one).length;
    const { undone, redone } = await takeBackAndRedo(page, first, edits);
    console.log(
      `edits (seed ${seed}): ${by("mouse")} by mouse, ${by("keyboard")} by keyboard, ${by("touch")} by finger; ${undone} steps back to the first byte, ${redone} forth, ${seconds(from)} s`,
    );
    return edits.length === EDITS && undone === redone;
  } catch (error) {
    console.log(`edits (seed ${seed}): ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await context.close();
  }
}

function seconds(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(0);
}
