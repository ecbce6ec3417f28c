/**
 * Opens every state of the designer, the viewer and the comparison in both languages, both themes and on a desk and a
 * phone, and says what axe and the checks beside it find: `node packages/designer/scripts/look-at-states.ts [folder]
 * [words…]`. Words choose: parts of a state's name, `en`, `zh-CN`, `1440`, `390`, `light`, `dark`. In the folder go
 * pictures (with `bare` none) and `looks.json`: each state and look with what was found, written as it goes. With
 * `on` the round goes on where the one in the folder ended, on the page that it was begun with: what was looked at and
 * found clean is left out. Without a folder, or for "-", nothing is written. `CHROMIUM_PATH` names the browser.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serveHarness } from "../test/harness/serve-harness.ts";
import { isSeen, LOOKS, openOnlooker, type Theme } from "../test/looks/look-at.ts";
import { STATES, type State } from "../test/looks/states.ts";
import { openBrowser } from "../test/open-page.ts";

interface Result {
  readonly state: string;
  readonly language: string;
  readonly width: number;
  readonly theme: Theme;
  readonly found: readonly string[];
}

const [folder = "-", ...words] = process.argv.slice(2);
const keeps = folder !== "-";
if (keeps) mkdirSync(folder, { recursive: true });
const COMMANDS = ["on", "bare"];
const LOOK_WORDS = ["en", "zh-CN", "1440", "390", "light", "dark"];
const parts = words.filter((word) => !LOOK_WORDS.includes(word) && !COMMANDS.includes(word));
/** Whether nothing is said about it, or it is among what was said. */
const chosen = (value: string, values: readonly string[]) =>
  words.includes(value) || !values.some((each) => words.includes(each));
const themes = (["light", "dark"] as const).filter((theme) => chosen(theme, ["light", "dark"]));
const states = STATES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const looks = LOOKS.filter(
  ({ language, width }) => chosen(language, ["en", "zh-CN"]) && chosen(String(width), ["1440", "390"]),
);

const file = path.join(folder, "looks.json");
const kept: { page: string; results: Result[] } | null =
  keeps && words.includes("on") && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
const server = await serveHarness(path.join(import.meta.dirname, "../test/looks/page"), kept?.page);
const keyOf = ({ state, language, width, theme }: Omit<Result, "found">) =>
  [state, language, width, theme].join(", ");
const results = new Map((kept?.results ?? []).map((result) => [keyOf(result), result]));
const write = () => {
  if (keeps)
    writeFileSync(file, JSON.stringify({ page: server.folder, results: [...results.values()] }, null, 1));
};

const browser = await openBrowser();
const shown: string[] = [];
const waiting = looks.map((look) => {
  const unseen = states
    .filter((state) => isSeen(state, look))
    .map((state) => [state, wanted(state, look)] as const);
  return { look, states: unseen.filter(([, themes]) => themes.length > 0) };
});

function wanted(state: State, { language, width }: (typeof LOOKS)[number]): Theme[] {
  return themes.filter(
    (theme) => results.get(keyOf({ state: state.name, language, width, theme }))?.found.length !== 0,
  );
}

/** One after the other in one page, until the queue of looks is empty. */
async function goThrough(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { look } = next;
    const onlooker = await openOnlooker(browser, server.url, look);
    for (const [state, themes] of next.states) {
      const called = `${state.name.replaceAll(/[^a-z0-9]+/g, "-")}-${look.language}-${look.width}`;
      const seen = await onlooker.lookAt(state, themes, async (page, theme) => {
        if (keeps && !words.includes("bare"))
          await page.screenshot({ path: path.join(folder, `${called}-${theme}.png`) });
      });
      for (const { theme, found } of seen) {
        const result = { state: state.name, ...look, theme, found };
        results.set(keyOf(result), result);
        shown.push(keyOf(result));
        if (found.length === 0) continue;
        console.log(keyOf(result));
        for (const each of found) console.log(`  ${each}`);
      }
      write();
    }
    await onlooker.close();
  }
}

try {
  // While one page waits for what is fetched later, the other is looked at.
  await Promise.all([goThrough(), goThrough()]);
} finally {
  write();
  await browser.close();
  await server.close();
}
const wrong = shown.filter((key) => (results.get(key)?.found.length ?? 0) > 0).length;
console.log(`${shown.length} looks at ${states.length} states, something found on ${wrong}`);
if (keeps) {
  const clean = [...results.values()].filter(({ found }) => found.length === 0).length;
  console.log(`in the folder: ${results.size} looks, ${clean} of them clean`);
}
if (wrong > 0) process.exitCode = 1;
