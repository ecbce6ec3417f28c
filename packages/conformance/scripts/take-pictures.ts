import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { WORDS } from "../test/first-minutes/words.ts";
import { type Product, startProduct } from "../test/product/product-process.ts";
import { openBrowser, PHONE } from "../test/product/visitors.ts";

const PICTURES = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));
const DESK = { viewport: { width: 1440, height: 900 } } as const;

interface Picture {
  readonly name: string;
  readonly language: keyof typeof WORDS;
  readonly look: BrowserContextOptions;
  readonly user: "lin" | "wang" | "li";
  /** Goes to what the picture shows. */
  readonly show: (page: Page, words: (typeof WORDS)[keyof typeof WORDS]) => Promise<void>;
}

const place = (page: Page, words: (typeof WORDS)[keyof typeof WORDS], name: string) =>
  page.getByRole("navigation", { name: words.places }).getByRole("link", { name });

const ALL: readonly Picture[] = [
  {
    name: "monitor-en-light",
    language: "en",
    look: { ...DESK, colorScheme: "light" },
    user: "lin",
    show: async (page, words) => {
      await place(page, words, words.monitor).click();
      await page.getByRole("group", { name: words.refundStep }).waitFor();
    },
  },
  {
    name: "work-zh-dark",
    language: "zh-CN",
    look: { ...DESK, colorScheme: "dark" },
    user: "wang",
    show: async (page, words) => {
      await page.getByRole("link", { name: "SO-1006" }).click();
      await page.getByRole("heading", { name: words.review }).waitFor();
    },
  },
  {
    name: "designer-en-light",
    language: "en",
    look: { ...DESK, colorScheme: "light" },
    user: "lin",
    show: async (page, words) => {
      await place(page, words, words.design).click();
      await page.getByRole("link", { name: words.flow, exact: true }).click();
      const step = page.getByRole("group", { name: words.designer.step(words.review) });
      await step.click();
      await page.getByRole("textbox", { name: words.designer.name }).waitFor();
    },
  },
  {
    name: "phone-zh-light",
    language: "zh-CN",
    look: { ...PHONE, colorScheme: "light" },
    user: "li",
    show: async (page, words) => {
      await page.getByRole("link", { name: "SO-1023" }).tap();
      await page.getByRole("heading", { name: words.inspect }).waitFor();
    },
  },
];

/** Takes the pictures of the documents from the product itself, with its sample data. */
async function main(): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const [browser, product] = await Promise.all([openBrowser(), startProduct({ sample: true })]);
  try {
    for (const picture of ALL) await take(browser, product, picture);
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function take(browser: Browser, product: Product, picture: Picture): Promise<void> {
  const words = WORDS[picture.language];
  const context = await browser.newContext({
    locale: words.locale,
    reducedMotion: "reduce",
    ...picture.look,
  });
  const page = await context.newPage();
  await page.goto(product.url);
  await page.getByRole("button", { name: words.enterAs(picture.user) }).click();
  await page.getByRole("navigation", { name: words.places }).waitFor();
  await picture.show(page, words);
  // What comes in late, pictures and fonts, is to be on it too.
  await page.waitForLoadState("networkidle");
  const file = path.join(PICTURES, `${picture.name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
  console.log(file);
  await context.close();
}

await main();
