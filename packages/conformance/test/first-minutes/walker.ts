import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FlowrightClient } from "@flowright/client";
import type { Page } from "playwright-core";
import type { Product } from "../product/product-process.ts";
import type { Visitor } from "../product/visitors.ts";
import { WORDS, type Words } from "./words.ts";

const PICTURES = fileURLToPath(new URL("../../../../test-results/first-minutes/", import.meta.url));

/** Whoever walks the first minutes: one language, one running product, and pages of their own. */
export interface Walker {
  readonly words: Words;
  readonly product: Product;
  /** Looks at the outcome from beside, never at the way. */
  readonly admin: FlowrightClient;
  /** A new browser in the walker's language. */
  open(name: string, options?: Partial<Visitor>): Promise<Page>;
  /** Keeps a picture for whoever looks through them afterwards. */
  picture(page: Page, minute: string): Promise<void>;
}

export function walkerOf(
  language: keyof typeof WORDS,
  product: Product,
  admin: FlowrightClient,
  visit: (visitor: Visitor) => Promise<Page>,
): Walker {
  const words = WORDS[language];
  return {
    words,
    product,
    admin,
    open: (name, options = {}) => visit({ locale: words.locale, ...options, name }),
    picture: async (page, minute) => {
      await mkdir(PICTURES, { recursive: true });
      await page.screenshot({ path: path.join(PICTURES, `${minute}-${language}.png`) });
    },
  };
}

/** One click into the sample. */
export async function enterAs(page: Page, walker: Walker, user: keyof Words["people"]): Promise<void> {
  await page.goto(walker.product.url);
  await page.getByRole("button", { name: walker.words.enterAs(user) }).click();
  await page.getByRole("navigation", { name: walker.words.places }).waitFor();
}

/** A place of the rail. */
export async function goTo(page: Page, walker: Walker, place: "work" | "design" | "monitor"): Promise<void> {
  const rail = page.getByRole("navigation", { name: walker.words.places });
  await rail.getByRole("link", { name: walker.words[place] }).click();
}
