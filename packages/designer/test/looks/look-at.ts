import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { beyondAxe, foreignWords, unsaid } from "./beyond-axe.ts";
import type { Look } from "./look.ts";
import type { State, Visit } from "./states.ts";

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

/** What was found on a state in a theme; what has nothing to do with colours is found in the first theme. */
export interface Seen {
  readonly theme: Theme;
  readonly found: readonly string[];
}

/** A desk or a phone in one language, which goes from state to state in one page. */
export interface Onlooker {
  readonly look: Look;
  /**
   * Opens a state and says what is wrong with it in each theme: what axe finds with all its rules on the whole page,
   * what axe cannot find, and a page that is wider than its window. `picture` is given each theme once all is in place.
   */
  lookAt(
    state: State,
    themes: readonly Theme[],
    picture?: (page: Page, theme: Theme) => Promise<unknown>,
  ): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

export async function openOnlooker(browser: Browser, url: string, look: Look): Promise<Onlooker> {
  const narrow = look.width === 390;
  const context = await browser.newContext({
    viewport: { width: look.width, height: narrow ? 844 : 900 },
    locale: look.language,
    reducedMotion: "reduce",
    ...(narrow ? { hasTouch: true, isMobile: true } : {}),
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Nothing is left of the state before, and what a state needs is there before the first line of the page runs.
  await context.addInitScript(() => {
    const query = new URLSearchParams(location.search);
    localStorage.clear();
    sessionStorage.clear();
    for (const width of ["narrow", "wide"])
      localStorage.setItem(`flowright.designer.view.${width}`, query.get("view") ?? "canvas");
    localStorage.setItem("flowright.designer.preferences", JSON.stringify({ expert: query.has("expert") }));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`script error: ${error.message}`));

  const reach = async (state: State, theme: Theme): Promise<string[]> => {
    const visit = visitOf(page, look);
    const settings = `view=${state.view ?? "canvas"}${state.expert ? "&expert" : ""}`;
    await page.mouse.up();
    await page.mouse.move(0, 0);
    await page.goto(`${url}?${state.query}&${settings}&language=${look.language}&theme=${theme}`);
    await page.locator(".react-flow__node, .fw-vertical, .fw-empty").first().waitFor();
    await page.waitForTimeout(250);
    await state.reach?.(visit);
    await page.waitForTimeout(350);
    return [
      ...(state.says ? await unsaid(page, state.says(visit)) : []),
      ...(await beyondAxe(page)),
      ...(await foreignWords(page, look.language)),
    ];
  };

  return {
    look,
    async lookAt(state, themes, picture = async () => {}) {
      const seen: Seen[] = [];
      errors.length = 0;
      try {
        for (const [at, theme] of themes.entries()) {
          const found = at === 0 ? await reach(state, theme) : [];
          if (at > 0) {
            await page.evaluate((theme) => window.look(theme), theme);
            await page.waitForTimeout(100);
          }
          found.push(...(await axeFinds(page)), ...errors.splice(0));
          await picture(page, theme);
          seen.push({ theme, found });
        }
      } catch (error) {
        const theme = themes[seen.length] ?? "light";
        const why = error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : error;
        seen.push({ theme, found: [`not reached: ${why}`, ...errors.splice(0)] });
        await picture(page, theme).catch(() => null);
      }
      return seen;
    },
    close: () => context.close(),
  };
}

/** Everything that breaks one of all rules of axe, anywhere on the page. */
async function axeFinds(page: Page): Promise<string[]> {
  // Without the legacy mode axe opens a page of its own for frames of other origins, of which there are none.
  const { violations } = await new AxeBuilder({ page: page as never })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 140)} ${(failureSummary ?? "").split("\n")[1]?.trim() ?? ""}`,
    ),
  );
}

function visitOf(page: Page, { language, width }: Look): Visit {
  return {
    page,
    narrow: width === 390,
    word: (catalog, key) => (catalog[language][key].split("{")[0] ?? "").replace(/[“"「]$/, "").trim(),
    say: (en, zh) => (language === "en" ? en : zh),
  };
}
