/**
 * Ten edits that a manager makes, done with a real mouse and keyboard here and with bpmn-js, and the number of
 * interactions of each: a click, a drag, a chord of keys, a filled or chosen field. Every edit is checked in the
 * document afterwards. Exits with 1 where one of ours takes more than four or fails.
 */
import type { WorkflowDefinition } from "@flowright/definition";
import type { Browser } from "playwright-core";
import { serveHarness } from "../test/harness/serve-harness.ts";
import { openBrowser, openSteps } from "../test/open-page.ts";
import { PEER_EDITS, type PeerEdit } from "./manager-edits/bpmn-js-edits.ts";
import { serveBpmnJs } from "./manager-edits/bpmn-js-page.ts";
import { Hand } from "./manager-edits/hand.ts";
import { type Edit, OUR_EDITS } from "./manager-edits/our-edits.ts";

const MOST = 4;

const browser = await openBrowser();
const [ours, peer] = [await serveHarness(), await serveBpmnJs()];
let failed = false;
console.log("| Edit | here | bpmn-js |\n| --- | ---: | ---: |");
for (const [at, edit] of OUR_EDITS.entries()) {
  const here = await countOurs(browser, ours.url, edit);
  const there = await countPeer(browser, peer.url, PEER_EDITS[at] ?? null);
  failed ||= typeof here !== "number" || here > MOST;
  console.log(`| ${edit.name} | ${here} | ${there} |`);
}
await Promise.all([browser.close(), ours.close(), peer.close()]);
process.exitCode = failed ? 1 : 0;

async function countOurs(browser: Browser, url: string, edit: Edit): Promise<number | string> {
  const page = await openSteps(browser, url, "flow=refund&document");
  const hand = new Hand(page);
  try {
    await edit.perform(hand);
    const read = async () =>
      JSON.parse(
        (await page.getByLabel("Document", { exact: true }).textContent()) ?? "",
      ) as WorkflowDefinition;
    for (let tries = 0; tries < 20; tries += 1) {
      if (edit.holds(await read())) return hand.count;
      await page.waitForTimeout(50);
    }
    return "not as meant";
  } catch (error) {
    return `failed after ${hand.count}: ${String(error).split("\n")[0]}`;
  } finally {
    await page.context().close();
  }
}

/** With the note where an expression, a duration or JSON had to be typed. */
async function countPeer(browser: Browser, url: string, edit: PeerEdit | null): Promise<string> {
  if (edit === null) return "in another editor";
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const hand = new Hand(page);
  try {
    await page.goto(url);
    await page.waitForFunction(() => document.title === "ready");
    await edit.perform(hand);
    // A field is written when it is left.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.waitForTimeout(700);
    const xml = await page.evaluate(async () => {
      const { modeler } = window as unknown as { modeler: { saveXML(): Promise<{ xml: string }> } };
      return (await modeler.saveXML()).xml;
    });
    const missing = edit.expected.find((each) => !each.test(xml));
    if (missing) return `not as meant: ${missing}`;
    return `${hand.count}${edit.code ? ", with code typed" : ""}`;
  } catch (error) {
    return `failed after ${hand.count}: ${String(error).split("\n")[0]}`;
  } finally {
    await page.close();
  }
}
