import type { Page } from "playwright-core";
import { expect } from "vitest";

const MOST_TABS = 80;

/** The accessible name of what has the focus, as far as labels and text give it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const named = element?.getAttribute("aria-label") ?? labels.map((label) => label.textContent).join(" ");
    return (named || (element?.textContent ?? "")).trim();
  });
}

/** Presses Tab until what is named so has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const now = await focusedName(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 40));
  }
  throw new Error(`Tab does not reach ${name}; it passes ${passed.join(" | ")}`);
}

/** Waits until what is named so has the focus by itself. */
export async function focusComesTo(page: Page, name: RegExp): Promise<void> {
  await expect.poll(() => focusedName(page), { timeout: 5_000 }).toMatch(name);
}
