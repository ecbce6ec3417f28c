/**
 * Opens every state of the designer, the viewer and the comparison in both languages, both themes and on a desk and a
 * phone, and says what axe and the checks beside it find: `node packages/designer/scripts/look-at-states.ts [folder]
 * [words…]`. Pictures go into the folder; for "-" none are taken. Words choose: parts of a state's name, `en`, `zh-CN`,
 * `1440`, `390`, `light`, `dark`. `CHROMIUM_PATH` names the browser.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { serveHarness } from "../test/harness/serve-harness.ts";
import { isSeen, LOOKS, lookAt } from "../test/looks/look-at.ts";
import { STATES } from "../test/looks/states.ts";
import { openBrowser } from "../test/open-page.ts";

const [folder = "-", ...words] = process.argv.slice(2);
const keeps = folder !== "-";
if (keeps) mkdirSync(folder, { recursive: true });
const LOOK_WORDS = ["en", "zh-CN", "1440", "390", "light", "dark"];
const parts = words.filter((word) => !LOOK_WORDS.includes(word));
const themes = (["light", "dark"] as const).filter(
  (theme) => words.includes(theme) || !(words.includes("light") || words.includes("dark")),
);
const states = STATES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const looks = LOOKS.filter(({ language, width }) =>
  words.every(
    (word) =>
      !LOOK_WORDS.slice(0, 4).includes(word) ||
      word === language ||
      word === String(width) ||
      (LOOK_WORDS.indexOf(word) < 2 && words.includes(language)) ||
      (LOOK_WORDS.indexOf(word) > 1 && words.includes(String(width))),
  ),
);
const server = await serveHarness(path.join(import.meta.dirname, "../test/looks/page"));
const browser = await openBrowser();
let looked = 0;
let wrong = 0;
try {
  for (const state of states) {
    for (const look of looks.filter((each) => isSeen(state, each))) {
      const called = `${state.name.replaceAll(/[^a-z0-9]+/g, "-")}-${look.language}-${look.width}`;
      const found = await lookAt(browser, server.url, state, look, themes, async (page, theme) => {
        if (keeps) await page.screenshot({ path: path.join(folder, `${called}-${theme}.png`) });
      });
      looked += themes.length;
      if (found.length === 0) continue;
      wrong += 1;
      console.log(`${state.name}, ${look.language}, ${look.width} px`);
      for (const each of found) console.log(`  ${each}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${looked} looks at ${states.length} states, something found on ${wrong}`);
if (wrong > 0) process.exitCode = 1;
