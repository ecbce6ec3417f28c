import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveHarness } from "./harness/serve-harness.ts";
import { openBrowser } from "./open-page.ts";

vi.setConfig({ testTimeout: 60_000 });

/** As the server has it for the studio. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self'";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), serveHarness()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

/** The page with a flow that gets stuck. */
async function open(prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await prepare(page);
  await page.goto(`${harness.url}?flow=stuck`);
  await page.getByRole("application").waitFor();
  return page;
}

/** A sentence in the list of problems. */
async function told(page: Page, sentence: RegExp): Promise<void> {
  await page.locator(".fw-problems-bar").click();
  await page.getByText(sentence).first().waitFor();
}

const STUCK = /for ever, because the branches/;

describe("the proof while drawing", () => {
  it("runs in a worker, under a policy that allows no inline script", async () => {
    const page = await open((page) =>
      page.route(`${harness.url}?flow=stuck`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), "content-security-policy": POLICY },
        });
      }),
    );
    await vi.waitFor(() => expect(page.workers().length).toBeGreaterThan(0), 20_000);
    await told(page, STUCK);
    await page.close();
  });

  it("runs in idle moments where there are no workers, and where the worker's script is not served", async () => {
    const without = await open((page) => page.addInitScript("delete window.Worker"));
    await told(without, STUCK);
    expect(without.workers()).toHaveLength(0);
    await without.close();
    const lost = await open((page) => page.route(/proof-worker/, (route) => route.abort()));
    await told(lost, STUCK);
    await lost.close();
  });

  it("says so where a proof takes too long, and ends it", async () => {
    const page = await open((page) =>
      page.route(/proof-worker/, (route) =>
        route.fulfill({
          contentType: "text/javascript",
          body: "addEventListener('message', () => { for (;;); }); postMessage({ ready: true });",
        }),
      ),
    );
    await told(page, /could not be looked at in time/);
    await vi.waitFor(
      () => expect(page.workers().filter((worker) => worker.url().includes("proof-worker"))).toHaveLength(0),
      20_000,
    );
    await page.close();
  });
});
