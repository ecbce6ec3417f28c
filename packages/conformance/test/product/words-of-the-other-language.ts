import type { Page } from "playwright-core";

/** What is typed or shown as it was sent. */
const VERBATIM = "pre, code, input, textarea, [contenteditable], [lang]:not(html)";

/**
 * Visible text that is not of the page's language: an English sentence on a Chinese page, Chinese on an English
 * one; and keys that were shown instead of words. `data` may stand in any language.
 */
export async function wordsOfTheOtherLanguage(
  page: Page,
  language: "en" | "zh-CN",
  data: ReadonlySet<string>,
): Promise<string[]> {
  const texts = await page.evaluate((verbatim) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (text === "" || parent === null || parent.closest(`script, style, ${verbatim}`) !== null) continue;
      if (parent.checkVisibility()) found.push(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      if (!element.checkVisibility()) continue;
      for (const name of ["aria-label", "title", "placeholder"]) {
        const text = element.getAttribute(name);
        if (text) found.push(text);
      }
    }
    return found;
  }, VERBATIM);
  const foreign = language === "en" ? /\p{Script=Han}/u : /[A-Za-z’']{2,}(?:[ ,]+[A-Za-z’']+){3,}/;
  // A key looks like "design-edit.allFlows" or "allFlows".
  const key = /^[a-z]+(?:[-.][a-z]+)*\.[a-z]+[A-Z]\w*$|\{\{\w*\}\}|^[a-z]+[A-Z][a-z]+(?:[A-Z][a-z]+)+$/;
  const longestFirst = [...data].filter((text) => text.length > 1).toSorted((a, b) => b.length - a.length);
  const withoutData = (text: string) =>
    longestFirst.reduce((rest, known) => (rest.includes(known) ? rest.replaceAll(known, " ") : rest), text);
  return [...new Set(texts)]
    .filter((text) => !ALLOWED.has(text) && (key.test(text) || foreign.test(text)))
    .filter((text) => key.test(text) || foreign.test(withoutData(text)))
    .map((text) => `not in this language: ${text.slice(0, 120)}`);
}

/** A language's own name is written in that language. */
const ALLOWED = new Set(["中文", "简体中文", "English"]);
