import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { graveViolations } from "./product/grave-violations.ts";
import { type Product, startProduct } from "./product/product-process.ts";
import { type Language, prepareScreens, type SamplePlaces, screensOf } from "./product/screens.ts";
import { openBrowser, PHONE, type Visitor, visitorsOf } from "./product/visitors.ts";
import { wordsOfTheOtherLanguage } from "./product/words-of-the-other-language.ts";

let browser: Browser;
let product: Product;
let sample: SamplePlaces;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ sample: true })]);
  sample = await prepareScreens(product);
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const LOOKS: readonly {
  readonly words: string;
  readonly language: Language;
  readonly look: Omit<Visitor, "name">;
}[] = [
  { words: "English, light, on a desk", language: "en", look: { locale: "en", colorScheme: "light" } },
  { words: "中文，深色，手机", language: "zh-CN", look: { locale: "zh-CN", colorScheme: "dark", ...PHONE } },
];

it("can be read and worked with on every screen, in both languages", { timeout: 240_000 }, async () => {
  const visit = visitorsOf(browser);
  const found: Record<string, readonly string[]> = {};
  const lookAround = async ({ words, language, look }: (typeof LOOKS)[number]) => {
    const pages = new Map<string | null, Page>();
    for (const { name, as, open } of screensOf(sample)) {
      const page = pages.get(as) ?? (await visit({ name: `${as ?? "nobody"}, ${words}`, ...look }));
      if (as !== null && !pages.has(as)) await enter(page, as);
      pages.set(as, page);
      const say = (en: string, zh: string) => (language === "en" ? en : zh);
      const complaints = await open({ places: product, page, say, sample }).then(
        () => complaintsAbout(page, language),
        (error: Error) => [`does not open: ${error.message}`],
      );
      if (complaints.length > 0) found[`${name}, ${words}`] = complaints;
    }
  };
  await Promise.all(LOOKS.map(lookAround));
  expect(found).toEqual({});
});

/** One click as a sample person, in a session of the tab's own. */
async function enter(page: Page, user: string): Promise<void> {
  await page.goto(`${product.url}/enter?as=${user}`);
  await page.waitForURL((url) => url.pathname !== "/enter");
}

async function complaintsAbout(page: Page, language: Language): Promise<string[]> {
  const grave = await graveViolations(page);
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide on ${clientWidth}`] : [];
  });
  return [
    ...grave,
    ...wide,
    ...(await wordsOfTheOtherLanguage(page, language, sample.data)),
    ...(await nameless(page)),
  ];
}

/** Buttons that a screen reader could only call "button". */
async function nameless(page: Page): Promise<string[]> {
  const buttons = page.getByRole("button", { name: /^$/ });
  const sources = await buttons.evaluateAll((all) => all.map((button) => button.outerHTML.slice(0, 120)));
  return sources.map((html) => `a button without a name: ${html}`);
}
