import { readdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import type { State, Visit } from "./states.ts";

export interface Look {
  readonly language: "en" | "zh-CN";
  readonly width: 1440 | 390;
}

export const LOOKS: readonly Look[] = [
  { language: "en", width: 1440 },
  { language: "zh-CN", width: 1440 },
  { language: "en", width: 390 },
  { language: "zh-CN", width: 390 },
];

export type Theme = "light" | "dark";
declare global {
  interface Window {
    /** Changes the theme of the page and nothing else. */
    look(theme: Theme): void;
  }
}

export const isSeen = ({ on }: State, { width }: Look): boolean =>
  on === undefined || (on === "phone") === (width === 390);

/**
 * Opens a state and says what is wrong with it in each theme: what axe finds with all its rules on the whole page, what
 * axe cannot find, and a page that is wider than its window. `picture` is given each theme once all is in place.
 */
export async function lookAt(
  browser: Browser,
  url: string,
  state: State,
  look: Look,
  themes: readonly Theme[],
  picture: (page: Page, theme: Theme) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const narrow = look.width === 390;
  const context = await browser.newContext({
    viewport: { width: look.width, height: narrow ? 844 : 900 },
    locale: look.language,
    reducedMotion: "reduce",
    ...(narrow ? { hasTouch: true, isMobile: true } : {}),
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(`script error: ${error.message}`));
  try {
    await page.addInitScript(
      ([view, expert]) => {
        for (const width of ["narrow", "wide"])
          localStorage.setItem(`flowright.designer.view.${width}`, view);
        localStorage.setItem("flowright.designer.preferences", JSON.stringify({ expert }));
      },
      [state.view ?? "canvas", state.expert ?? false] as const,
    );
    const visit = visitOf(page, look);
    await page.goto(`${url}?${state.query}&language=${look.language}&theme=${themes[0]}`);
    await page.locator(".react-flow__node, .fw-vertical, .fw-empty").first().waitFor();
    await page.waitForTimeout(250);
    await state.reach?.(visit);
    await page.waitForTimeout(350);
    if (state.says) found.push(...(await unsaid(page, state.says(visit))));
    found.push(...(await beyondAxe(page)), ...(await foreignWords(page, look.language)));
    for (const [at, theme] of themes.entries()) {
      if (at > 0) {
        await page.evaluate((theme) => window.look(theme), theme);
        await page.waitForTimeout(100);
      }
      // Without the legacy mode axe opens a page of its own for frames of other origins, of which there are none.
      const { violations } = await new AxeBuilder({ page: page as never })
        .setLegacyMode(true)
        .options({ resultTypes: ["violations"] })
        .analyze();
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary } of nodes) {
          found.push(
            `${theme}, ${id}: ${html.slice(0, 140)} ${(failureSummary ?? "").split("\n")[1]?.trim() ?? ""}`,
          );
        }
      }
      await picture(page, theme);
    }
  } catch (error) {
    found.push(
      `not reached: ${error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : error}`,
    );
    await picture(page, themes[0] ?? "light").catch(() => null);
  } finally {
    await context.close();
  }
  return found;
}

function visitOf(page: Page, { language, width }: Look): Visit {
  return {
    page,
    narrow: width === 390,
    word: (catalog, key) => (catalog[language][key].split("{")[0] ?? "").replace(/[“"「]$/, "").trim(),
    say: (en, zh) => (language === "en" ? en : zh),
  };
}

async function unsaid(page: Page, words: string | RegExp): Promise<string[]> {
  const said = await page.locator('[aria-live], [role="status"], [role="alert"]').allTextContents();
  return said.some((text) => (typeof words === "string" ? text.includes(words) : words.test(text)))
    ? []
    : [`not announced: ${words}; but: ${said.filter(Boolean).join(" | ")}`];
}

/** Names, focus and room, which no rule of axe looks at. */
function beyondAxe(page: Page): Promise<string[]> {
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
async function foreignWords(page: Page, language: Look["language"]): Promise<string[]> {
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
      for (const name of ["aria-label", "title", "placeholder"]) texts.add(element.getAttribute(name) ?? "");
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
