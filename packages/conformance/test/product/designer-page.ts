import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a person does with the designer: by mouse on the canvas, by keyboard in the panel, found by what is read. */
export interface DesignerPage {
  readonly canvas: Locator;
  readonly panel: Locator;
  /** A step by its name. */
  step(name: string): Locator;
  /** A line by the names of its ends. */
  line(from: string, to: string): Locator;
  dragFromPalette(element: string, to: Point): Promise<void>;
  /** Drops a new step on a line and gives it a name. */
  insertOn(from: string, to: string, element: string, name: string): Promise<void>;
  /** Presses the "+" of a step, chooses what comes next and gives it a name. */
  append(after: string, element: string, name: string): Promise<void>;
  /** Drags from the "+" of a step to another step. */
  connect(from: string, to: string): Promise<void>;
  /** Opens the properties of a step. */
  openStep(name: string): Promise<void>;
  /** Opens the properties of the flow. */
  openFlow(): Promise<void>;
  rename(name: string): Promise<void>;
  /** Gives the step that was just added its name. */
  nameNewStep(element: string, name: string): Promise<void>;
  /** Replaces what stands in a text field of the panel. */
  write(label: string, text: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The designer of an English page. */
export function designerPage(page: Page): DesignerPage {
  const canvas = page.getByRole("application", { name: "Flow" });
  const panel = page.getByRole("complementary", { name: "Details" });
  const palette = page.getByRole("navigation", { name: "Steps" });
  // A step reads "kind, name, …"; without a name of its own the kind is its name.
  const step = (name: string) =>
    canvas.getByRole("group", { name: new RegExp(`^([^,]+, )?${escaped(name)}(,|$)`) });
  const line = (from: string, to: string) =>
    canvas.getByRole("group", { name: new RegExp(`^Line from ${escaped(from)} to ${escaped(to)}(:|$)`) });

  async function boxOf(locator: Locator) {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`Not to be seen: ${locator}`);
    return box;
  }

  async function middleOf(locator: Locator): Promise<Point> {
    const box = await boxOf(locator);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** How far the things stand from the middle of the canvas; null where all stand well inside it. */
  async function offset(things: readonly Locator[]): Promise<Point | null> {
    const ground = await boxOf(canvas);
    const boxes = await Promise.all(things.map(boxOf));
    const left = Math.min(...boxes.map((box) => box.x)) - ground.x;
    const right = Math.max(...boxes.map((box) => box.x + box.width)) - ground.x;
    const top = Math.min(...boxes.map((box) => box.y)) - ground.y;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) - ground.y;
    const margin = 60;
    const across = left > margin && right < ground.width - margin;
    const down = top > margin && bottom < ground.height - margin;
    if (across && down) return null;
    return { x: (left + right - ground.width) / 2, y: (top + bottom - ground.height) / 2 };
  }

  /** Turns the wheel over the canvas until all of them stand well inside it. */
  async function bringIntoSight(...things: readonly Locator[]): Promise<void> {
    for (let turns = 0; turns < 10; turns++) {
      const away = await offset(things);
      if (away === null) return;
      await page.mouse.move(...pointOf(await middleOf(canvas)));
      await page.mouse.wheel(clamped(away.x), clamped(away.y));
      await untilStill(things[0] ?? canvas);
    }
    throw new Error(`They do not fit into the canvas together: ${things.join(", ")}`);
  }

  /** Waits until a thing has stopped moving. */
  async function untilStill(thing: Locator): Promise<void> {
    let before = "";
    for (let now = JSON.stringify(await boxOf(thing)); now !== before; ) {
      before = now;
      await page.waitForTimeout(60);
      now = JSON.stringify(await boxOf(thing));
    }
  }

  async function drag(from: Point, to: Point): Promise<void> {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  }

  async function dragFromPalette(element: string, to: Point): Promise<void> {
    const item = palette.getByRole("button", { name: element, exact: true });
    await item.scrollIntoViewIfNeeded();
    await drag(await middleOf(item), to);
  }

  async function plusOf(name: string): Promise<Locator> {
    const whole = step(name);
    await bringIntoSight(whole);
    await page.mouse.move(...pointOf(await middleOf(whole)));
    return canvas.getByRole("button", { name: `Add a step after “${name}”` });
  }

  async function write(label: string, text: string): Promise<void> {
    const named = { name: label, exact: true };
    // A text that offers what is in use elsewhere is a combo box.
    const field = panel.getByRole("textbox", named).or(panel.getByRole("combobox", named));
    await field.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }

  const rename = (name: string) => write("Name (English)", name);

  /** A new step is selected and bears the name of its kind until it gets one. */
  async function nameNewStep(element: string, name: string): Promise<void> {
    const field = panel.getByRole("textbox", { name: "Name (English)" });
    await expect.poll(() => field.inputValue(), { timeout: 5_000 }).toBe(element);
    await rename(name);
    await step(name).waitFor();
  }

  return {
    canvas,
    panel,
    step,
    line,
    dragFromPalette,
    write,
    rename,
    nameNewStep,
    insertOn: async (from, to, element, name) => {
      await bringIntoSight(step(from), step(to));
      const [start, end] = [await boxOf(step(from)), await boxOf(step(to))];
      const onLine = { x: (start.x + start.width + end.x) / 2, y: end.y + end.height / 2 };
      await dragFromPalette(element, onLine);
      await nameNewStep(element, name);
    },
    append: async (after, element, name) => {
      await (await plusOf(after)).click();
      const named = page.getByText(element, { exact: true });
      await page.getByRole("listbox").getByRole("option").filter({ has: named }).click();
      await nameNewStep(element, name);
    },
    connect: async (from, to) => {
      await bringIntoSight(step(from), step(to));
      const plus = await plusOf(from);
      await drag(await middleOf(plus), await middleOf(step(to)));
      await line(from, to).waitFor();
    },
    openStep: async (name) => {
      const whole = step(name);
      await bringIntoSight(whole);
      await page.mouse.click(...pointOf(await middleOf(whole)));
      await panel.getByRole("textbox", { name: "Name (English)" }).waitFor();
    },
    openFlow: async () => {
      await page.keyboard.press("Escape");
      const ground = await boxOf(canvas);
      await page.mouse.click(ground.x + 24, ground.y + 24);
      await panel.getByRole("textbox", { name: "Name of the flow (English)" }).waitFor();
    },
    choose: async (label, option) => {
      await panel.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
  };
}

/** One turn of the wheel reaches only so far. */
function clamped(distance: number): number {
  return Math.max(-600, Math.min(600, distance));
}

function pointOf({ x, y }: Point): [number, number] {
  return [x, y];
}
