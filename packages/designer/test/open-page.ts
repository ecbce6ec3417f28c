import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A browser without a window; `CHROMIUM_PATH` names it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
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

/** A page of its own with the designer's canvas on it, at 1440 × 900 unless told otherwise. */
export async function openPage(
  browser: Browser,
  url: string,
  query: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  // A phone would begin with the column of steps.
  await page.addInitScript(() => localStorage.setItem("flowright.designer.view.narrow", "canvas"));
  await page.goto(`${url}?${query}`);
  await page.getByRole("application").waitFor();
  return page;
}

/** The same with the column of steps, which is chosen with the switch where it is not there by itself. */
export async function openSteps(
  browser: Browser,
  url: string,
  query: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${url}?${query}`);
  const switched = page.getByRole("button", { name: /^(Steps|步骤)$/ });
  await switched.waitFor();
  if ((await switched.getAttribute("aria-pressed")) !== "true") await switched.click();
  await page.getByRole("region", { name: /^(Steps of the flow|流程步骤)$/ }).waitFor();
  return page;
}
