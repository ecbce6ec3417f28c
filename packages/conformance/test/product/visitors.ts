import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const RESULTS = fileURLToPath(new URL("../../../../test-results/", import.meta.url));

/** A browser without a window; `CHROMIUM_PATH` names it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Visitor extends BrowserContextOptions {
  /** For messages and the names of pictures. */
  readonly name: string;
  /** End of an address whose refusal belongs to the test; the browser calls it an error. */
  readonly refused?: string;
}

/** A phone in portrait. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/**
 * Opens pages for the people of one test, each in a browser context of its own. At the end of the test the
 * contexts are closed; a script error or an error in the console fails it, and where it failed a picture of every
 * page is kept in `test-results/`.
 */
export function visitorsOf(browser: Browser): (visitor: Visitor) => Promise<Page> {
  const pages: { name: string; page: Page }[] = [];
  const complaints: string[] = [];
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail" || complaints.length > 0) {
      await mkdir(RESULTS, { recursive: true });
      for (const { name, page } of pages) await keepPicture(page, `${task.name} - ${name}`);
    }
    await Promise.all(pages.map(({ page }) => page.context().close()));
    if (complaints.length > 0) throw new Error(`The pages complained:\n${complaints.join("\n")}`);
  });
  return async ({ name, refused, ...options }) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en",
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => complaints.push(`${name}: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      // "Who am I?" before anybody has entered and "Is there a draft?" may be answered with no, which the browser
      // calls an error.
      const expected = /status of 40[14]/.test(message.text()) && /\/api\/v1\//.test(message.location().url);
      const wanted = refused !== undefined && message.location().url.endsWith(refused);
      if (message.type() === "error" && !expected && !wanted)
        complaints.push(`${name}: ${message.text()} (${message.location().url})`);
    });
    pages.push({ name, page });
    return page;
  };
}

async function keepPicture(page: Page, title: string): Promise<void> {
  const file = `${title.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.png`;
  // A page that has crashed has no picture; the test's own failure is what counts.
  await page.screenshot({ path: path.join(RESULTS, file) }).catch(() => null);
}
