import type { WorkflowDefinition } from "@flowright/definition";
import type { Locator, Page } from "playwright-core";

/** One edit: who made it, what it was, and the document as it left it, written out. */
export interface MadeEdit {
  readonly by: "mouse" | "keyboard" | "touch";
  readonly what: string;
  readonly document: string;
}

type Dice = (sides: number) => number;

const ELEMENTS = [
  "Task",
  "Approval",
  "Call a system",
  "Decision",
  "In parallel",
  "Set values",
  "Sub-process",
];
/** Edits that type. */
const TYPED: ReadonlySet<string> = new Set(["rename", "name", "Enter"]);
/** Milliseconds after which typing is another edit. */
const TYPING_PAUSE = 1_000;
const WORDS = ["Check", "Pack", "Refund", "审核退货", "Ship it", "复核"];

/**
 * So many edits by chance, of mouse, keyboard and finger in turns on the one page; what one of them is refused does not
 * count. The page is one with a finger, which the column is worked with at the width of a phone.
 */
export async function editByChance(page: Page, seed: number, count: number): Promise<MadeEdit[]> {
  const dice = diceOf(seed);
  const made: MadeEdit[] = [];
  let before = await written(page);
  for (let tries = 0; made.length < count && tries < count * 6; tries += 1) {
    // Each has one of the first three.
    const by = HANDS[made.length < HANDS.length ? made.length : dice(HANDS.length)] ?? "mouse";
    const start = page.getByRole("button", { name: "Add a start" });
    // Where everything was deleted, it begins anew.
    const empty = await start.isVisible();
    if (empty) await start.click();
    const what = empty ? "begin" : await EDITS[by](page, dice);
    const document = await settled(page);
    if (document === before) continue;
    made.push({ by, what, document });
    before = document;
    // What is typed into the same field in less than a second more is one edit with this one.
    if (TYPED.has(what)) await page.waitForTimeout(TYPING_PAUSE);
  }
  return made;
}

const HANDS = ["mouse", "keyboard", "touch"] as const;

const EDITS: { readonly [by in MadeEdit["by"]]: (page: Page, dice: Dice) => Promise<string> } = {
  mouse: byMouse,
  keyboard: byKeyboard,
  touch: byTouch,
};

async function byMouse(page: Page, dice: Dice): Promise<string> {
  await show(page, "Canvas");
  await page.getByRole("button", { name: "Fit to screen" }).click();
  await still(page);
  const step = await oneOf(steps(page), dice);
  if (!step) return "nothing";
  const box = await step.boundingBox();
  if (!box) return "nothing";
  const middle = { x: box.x + Math.min(40, box.width / 2), y: box.y + Math.min(14, box.height / 2) };
  const what = ["move", "append", "delete", "duplicate", "rename", "palette"][dice(6)] ?? "move";
  switch (what) {
    case "move":
      await drag(page, middle, { x: middle.x + 40 + dice(160), y: middle.y + dice(200) - 60 });
      break;
    case "append": {
      const plus = step.getByRole("button", { name: /^Add a step after/ });
      if ((await plus.count()) === 0) break;
      const at = await plus.boundingBox();
      if (!at) break;
      await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
      const option = page
        .getByRole("listbox")
        .getByRole("option")
        .filter({ hasText: element(dice) })
        .first();
      if (await appears(option)) await option.click();
      else await page.keyboard.press("Escape");
      break;
    }
    case "palette": {
      const item = page
        .getByRole("navigation", { name: "Steps" })
        .getByRole("button", { name: element(dice), exact: true });
      const from = await item.boundingBox();
      if (from) await drag(page, { x: from.x + 20, y: from.y + 10 }, { x: middle.x + 30, y: middle.y + 90 });
      break;
    }
    default: {
      await page.mouse.click(middle.x, middle.y);
      if (what === "rename") {
        const name = page
          .getByRole("complementary", { name: "Details" })
          .getByRole("textbox", { name: "Name (English)" });
        if (!(await appears(name))) break;
        await name.click();
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type(word(dice));
        break;
      }
      const tool = page.getByRole("button", {
        name: what === "delete" ? "Delete" : "Duplicate",
        exact: true,
      });
      if (await appears(tool)) await tool.click();
    }
  }
  return what;
}

async function byKeyboard(page: Page, dice: Dice): Promise<string> {
  await show(page, "Canvas");
  await toSteps(page);
  const { keyboard } = page;
  for (let walk = dice(6); walk > 0; walk -= 1)
    await keyboard.press(
      ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"][dice(5)] ?? "ArrowRight",
    );
  const what =
    [
      "a",
      "Alt+ArrowDown",
      "Alt+Shift+ArrowRight",
      "Control+d",
      "Delete",
      "Control+Delete",
      "r",
      "c",
      "Enter",
      "Alt+Shift+T",
      "Control+g",
    ][dice(11)] ?? "a";
  await keyboard.press(what);
  if (what === "a" || what === "r") {
    const search = page.getByRole("combobox", { name: "Search steps" });
    if (!(await appears(search))) return what;
    await keyboard.type(element(dice));
    await keyboard.press("Enter");
    if (await search.isVisible()) await keyboard.press("Escape");
  } else if (what === "c") {
    for (let walk = dice(4); walk > 0; walk -= 1) await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
  } else if (what === "Enter") {
    const name = page.getByRole("textbox", { name: "Name (English)" });
    if (!(await appears(name))) return what;
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type(word(dice));
    await keyboard.press("Escape");
  }
  return what;
}

async function byTouch(page: Page, dice: Dice): Promise<string> {
  await show(page, "Steps");
  const column = page.getByRole("region", { name: "Steps of the flow" });
  const what =
    ["add", "Move up", "Move down", "Duplicate", "Delete", "At the same time as the step before", "name"][
      dice(7)
    ] ?? "add";
  if (what === "add") {
    const plus = await oneOf(column.getByRole("button", { name: /^Add (a step|the next step)/ }), dice);
    if (!plus) return what;
    await plus.tap();
    const option = page
      .getByRole("listbox")
      .getByRole("option")
      .filter({ hasText: element(dice) })
      .first();
    if (await appears(option)) await option.tap();
    else await page.keyboard.press("Escape");
    return what;
  }
  const card = await oneOf(column.locator("[data-step]"), dice);
  if (!card) return what;
  await card.tap();
  if (what === "name") {
    const name = page
      .getByRole("complementary", { name: "Details" })
      .getByRole("textbox", { name: "Name (English)" });
    if (!(await appears(name))) return what;
    await name.tap();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(word(dice));
  }
  const close = page.getByRole("button", { name: "Close details" });
  if (await close.isVisible()) await close.tap();
  if (what === "name") return what;
  const tool = column
    .getByRole("button", { name: what === "Delete" ? /^Delete/ : what, exact: what !== "Delete" })
    .first();
  if (await appears(tool)) await tool.tap();
  return what;
}

/** The document as it is, written out. */
export function written(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify((window as unknown as { drawn: WorkflowDefinition }).drawn));
}

/** The same once it has not changed for some frames: laying out answers from a worker. */
async function settled(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const drawn = () => (window as unknown as { drawn: WorkflowDefinition }).drawn;
    let before = drawn();
    for (let frames = 0; frames < 6; frames += 1) {
      await new Promise(requestAnimationFrame);
      if (drawn() !== before) frames = 0;
      before = drawn();
    }
    return JSON.stringify(before);
  });
}

const steps = (page: Page): Locator => page.locator(".react-flow__nodes").getByRole("group");

async function oneOf(all: Locator, dice: Dice): Promise<Locator | null> {
  const count = await all.count();
  return count === 0 ? null : all.nth(dice(count));
}

/** The view, and the width that it is worked with: a table's for the canvas, a phone's for the column. */
async function show(page: Page, view: "Canvas" | "Steps"): Promise<void> {
  const size = view === "Canvas" ? { width: 1440, height: 900 } : { width: 390, height: 844 };
  if (page.viewportSize()?.width !== size.width) {
    const close = page.getByRole("button", { name: "Close details" });
    if (view === "Steps" && (await close.isVisible())) await close.click();
    await page.setViewportSize(size);
  }
  const switched = page.getByRole("button", { name: view, exact: true });
  if ((await switched.getAttribute("aria-pressed")) !== "true") await switched.click();
  if (view === "Canvas") await page.getByRole("application").waitFor();
  else await page.getByRole("region", { name: "Steps of the flow" }).waitFor();
}

async function toSteps(page: Page): Promise<void> {
  const inside = await page.evaluate(() => document.activeElement?.matches(".react-flow__node") === true);
  const stop = page.locator('.react-flow__node[tabindex="0"]').first();
  if (!inside && (await appears(stop))) await stop.focus();
}

async function appears(thing: Locator): Promise<boolean> {
  return thing
    .waitFor({ timeout: 400 })
    .then(() => true)
    .catch(() => false);
}

async function still(page: Page): Promise<void> {
  await page.locator(".react-flow__viewport").evaluate(async (element) => {
    let before = "";
    for (let same = 0; same < 3; ) {
      await new Promise(requestAnimationFrame);
      const now = (element as HTMLElement).style.transform;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

const element = (dice: Dice): string => ELEMENTS[dice(ELEMENTS.length)] ?? "Task";
const word = (dice: Dice): string => WORDS[dice(WORDS.length)] ?? "Check";

/** The same throws for the same seed (mulberry32, public domain). */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/**
 * Takes all edits back and does them again, by key and by button in turns. Every document that an edit left is passed on
 * the way back and on the way forth, and the ends are the same to the byte. Says how many steps of undo there were.
 */
export async function takeBackAndRedo(
  page: Page,
  first: string,
  edits: readonly MadeEdit[],
): Promise<{ readonly undone: number; readonly redone: number }> {
  await show(page, "Canvas");
  const states = [
    { document: first, left: "nothing" },
    ...edits.map(({ by, what, document }, at) => ({ document, left: `edit ${at + 1}, ${what} by ${by}` })),
  ];
  const undone = await travel(page, "Undo", "Control+z", [...states].reverse());
  const redone = await travel(page, "Redo", "Control+Shift+z", states);
  return { undone, redone };
}

async function travel(
  page: Page,
  button: "Undo" | "Redo",
  keys: string,
  states: readonly { readonly document: string; readonly left: string }[],
): Promise<number> {
  const tool = page
    .getByRole("toolbar", { name: "Tools" })
    .getByRole("button", { name: new RegExp(`^${button}`) });
  let passed = 0;
  let count = 0;
  const look = async () => {
    const now = await written(page);
    while (passed < states.length && states[passed]?.document === now) passed += 1;
    return now;
  };
  await look();
  for (; await tool.isEnabled(); count += 1) {
    if (count % 2 === 0) await tool.click();
    else {
      await toSteps(page).catch(() => undefined);
      await page.keyboard.press(keys);
    }
    await look();
  }
  if (passed !== states.length)
    throw new Error(`${button} never comes to the document as ${states[passed]?.left} left it`);
  return count;
}
