import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { designScreens } from "../test/product/design-screens.ts";
import { allViolations } from "../test/product/grave-violations.ts";
import { startProduct } from "../test/product/product-process.ts";
import {
  type Language,
  type Places,
  prepareScreens,
  type SamplePlaces,
  screensOf,
} from "../test/product/screens.ts";
import { openBrowser, PHONE } from "../test/product/visitors.ts";

interface Look {
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly device: "desk" | "phone";
}

const LOOKS: readonly Look[] = (["en", "zh-CN"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["desk", "phone"] as const).map((device) => ({ language, theme, device })),
  ),
);

/**
 * Takes a picture of every screen in both languages, both themes and two widths, to be looked at, and says what axe
 * finds on it with all its rules:
 * `node packages/conformance/scripts/take-every-screen.ts FOLDER [part of a screen's name …]`.
 * `LOOKS=en-light` takes the looks that contain it; `FLOWRIGHT_URL` and `FLOWRIGHT_SHOP_URL` name a product that
 * runs already with its sample.
 */
const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder for the pictures");
await mkdir(folder, { recursive: true });
const running = process.env.FLOWRIGHT_URL;
const started = running === undefined ? await startProduct({ sample: true }) : null;
const places = started ?? { url: running ?? "", shopUrl: process.env.FLOWRIGHT_SHOP_URL ?? "" };
const browser = await openBrowser();
try {
  const sample = await prepareScreens(places);
  for (const look of LOOKS) {
    if (nameOf(look).includes(process.env.LOOKS ?? "")) await takeAll(browser, places, sample, look, folder);
  }
} finally {
  await browser.close();
  await started?.stop();
}

function nameOf({ language, theme, device }: Look): string {
  return `${language}-${theme}-${device}`;
}

async function takeAll(
  browser: Browser,
  places: Places,
  sample: SamplePlaces,
  look: Look,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({
    ...(look.device === "phone" ? PHONE : { viewport: { width: 1440, height: 900 } }),
    locale: look.language,
    colorScheme: look.theme,
    reducedMotion: "reduce",
  });
  const say = (en: string, zh: string) => (look.language === "en" ? en : zh);
  const pages = new Map<string | null, Page>();
  for (const { name, as, open } of [...screensOf(sample), ...designScreens()]) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    const page = pages.get(as) ?? (await context.newPage());
    page.setDefaultTimeout(8_000);
    if (as !== null && !pages.has(as)) {
      await page.goto(`${places.url}/enter?as=${as}`);
      await page.waitForURL((url) => url.pathname !== "/enter");
    }
    pages.set(as, page);
    // A picture of what is there instead says more than the end of the round.
    await open({ places, page, say, sample }).catch((error: Error) =>
      process.stderr.write(`${name} (${nameOf(look)}): ${error.message.split("\n")[0]}\n`),
    );
    for (const violation of await allViolations(page)) {
      process.stdout.write(`${name} (${nameOf(look)}): ${violation.replaceAll(/\s+/g, " ").slice(0, 300)}\n`);
      process.exitCode = 1;
    }
    await page.screenshot({ path: path.join(folder, `${name.replaceAll(" ", "-")}-${nameOf(look)}.png`) });
  }
  await context.close();
}
