import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { Look } from "./look.ts";

/** What should have been announced and was not. */
export async function unsaid(page: Page, words: string | RegExp): Promise<string[]> {
  const said = await page.locator('[aria-live], [role="status"], [role="alert"]').allTextContents();
  return said.some((text) => (typeof words === "string" ? text.includes(words) : words.test(text)))
    ? []
    : [`not announced: ${words}; but: ${said.filter(Boolean).join(" | ")}`];
}

/** Names, focus and room, which no rule of axe looks at. */
export function beyondAxe(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide on ${clientWidth}`);
    const shown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && getComputedStyle(element).visibility !== "hidden";
    };
    // A name that is an id, a gap of a sentence or a lost value says nothing to anybody.
    for (const element of document.querySelectorAll(
      "[aria-label], [title], button, label, legend, summary",
    )) {
      if (!shown(element)) continue;
      const name =
        element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.textContent ?? "";
      if (/undefined|\{\w+\}|\[object|NaN|null$/.test(name))
        found.push(`a name with a gap: ${name.slice(0, 80)}`);
    }
    // One tab stop for all steps, however many there are.
    const steps = [...document.querySelectorAll('.react-flow__node[tabindex="0"]')];
    if (steps.length > 1) found.push(`${steps.length} steps are tab stops`);
    for (const node of document.querySelectorAll(".react-flow__node")) {
      if (!node.getAttribute("aria-label"))
        found.push(`a step without a name: ${node.getAttribute("data-id")}`);
    }
    // Whatever has the focus can be seen, and what is modal has it inside.
    const active = document.activeElement;
    if (active && active !== document.body) {
      const { top, bottom, left, right } = active.getBoundingClientRect();
      if (bottom < 0 || right < 0 || top > innerHeight || left > innerWidth) {
        found.push(`the focus is out of sight: ${active.outerHTML.slice(0, 100)}`);
      }
    }
    const modal = [...document.querySelectorAll('dialog:modal, [aria-modal="true"]')].at(-1);
    if (modal && !modal.contains(active)) found.push("a dialog is open without the focus");
    // What can be pressed is at least 24 pixels, or stands alone in a line of text.
    for (const button of document.querySelectorAll('button, [role="button"], input, select, summary')) {
      if (!shown(button) || getComputedStyle(button).opacity === "0") continue;
      // A label that belongs to it can be pressed as well.
      const { width, height } = (button.closest("label") ?? button).getBoundingClientRect();
      const zoomed = button.closest(".react-flow__viewport") !== null;
      if (!zoomed && (width < 15 || height < 15) && button.getAttribute("type") !== "radio") {
        found.push(`${Math.round(width)} × ${Math.round(height)} pixels: ${button.outerHTML.slice(0, 100)}`);
      }
    }
    return found;
  });
}

/** Words of the catalogs in the other language. */
export async function foreignWords(page: Page, language: Look["language"]): Promise<string[]> {
  const foreign = await wordsOnlyIn(language === "en" ? "zh-CN" : "en");
  const shown = await page.evaluate(() => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !["SCRIPT", "STYLE", "KBD"].includes(parent.tagName))
        texts.add(walker.currentNode.textContent?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      // A field for a text of both languages shows what stands in the other one.
      const names = element.closest(".fw-bilingual-row")
        ? ["aria-label", "title"]
        : ["aria-label", "title", "placeholder"];
      for (const name of names) texts.add(element.getAttribute(name) ?? "");
    }
    return [...texts];
  });
  return shown.filter((text) => foreign.has(text)).map((text) => `in the other language: ${text}`);
}

const known = new Map<string, Promise<ReadonlySet<string>>>();

function wordsOnlyIn(language: "en" | "zh-CN"): Promise<ReadonlySet<string>> {
  const before = known.get(language);
  if (before) return before;
  const reading = readWords(language);
  known.set(language, reading);
  return reading;
}

async function readWords(language: "en" | "zh-CN"): Promise<ReadonlySet<string>> {
  const source = path.join(import.meta.dirname, "../../src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("-texts.ts"),
  );
  const own = new Set<string>();
  const other = new Set<string>();
  for (const file of files) {
    const catalogs: unknown[] = Object.values((await import(path.join(source, file))) as object);
    for (const catalog of catalogs) {
      if (typeof catalog !== "object" || catalog === null || !("en" in catalog) || !("zh-CN" in catalog))
        continue;
      for (const text of Object.values(catalog[language] as object)) own.add(String(text));
      for (const text of Object.values(catalog[language === "en" ? "zh-CN" : "en"] as object))
        other.add(String(text));
    }
  }
  // Shorter ones are names of fields and steps in the flows as well.
  return new Set([...own].filter((text) => !other.has(text) && text.length > 2));
}
