import type { Locator } from "playwright-core";
import { indexOf } from "../../src/model/document/index-of.ts";
import type { ElementType } from "../../src/model/element/element-type.ts";
import { Hand } from "./hand.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Space that a thing must have around it to be worked with (pixels). */
const MARGIN = 70;
/** Free ground that a block dropped from the palette needs. */
const ROOM = { width: 340, height: 180 };

/** Draws on the canvas with the mouse; the keyboard only types into fields that were clicked. */
export class MouseHand extends Hand {
  get canvas(): Locator {
    return this.page.getByRole("application", { name: "Flow" });
  }

  async press(control: Locator): Promise<void> {
    await control.click();
  }

  protected async goInto(field: Locator): Promise<void> {
    await field.click();
  }

  protected async unfold(list: Locator): Promise<void> {
    await list.click();
  }

  async pick(group: Locator, name: string): Promise<void> {
    await group.getByText(name, { exact: true }).click();
  }

  async begin(): Promise<string> {
    return this.adding(() => this.press(this.page.getByRole("button", { name: "Add a start" })));
  }

  /** Out of the palette, onto free ground of the block that the neighbour is in. */
  async addBeside(neighbour: string, element: ElementType): Promise<string> {
    const block = indexOf(await this.drawn()).nodes.get(neighbour)?.parent?.id ?? null;
    await this.goTo(neighbour);
    const palette = this.page.getByRole("navigation", { name: "Steps" });
    await this.write(palette.getByRole("searchbox", { name: "Search" }), element.name.en);
    const item = palette.getByRole("button", { name: element.name.en, exact: true });
    const ground = await (block === null ? this.#freeGround() : this.#freeInside(block));
    return this.adding(async () => this.#drag(middleOf(await boxOf(item)), ground));
  }

  async append(source: string, element: ElementType): Promise<string> {
    const plus = await this.#plusOf(source);
    return this.adding(async () => {
      await this.#hover(source);
      const at = middleOf(await this.#stillBox(plus));
      await this.page.mouse.click(at.x, at.y);
      await this.fromMenu(element);
    });
  }

  attach(host: string, element: ElementType): Promise<string> {
    return this.append(host, element);
  }

  async connect(source: string, target: string): Promise<void> {
    const plus = await this.#plusOf(source);
    const to = await this.#step(target);
    const there = await to.boundingBox();
    if (there !== null && (await this.#isInSight(shown(there)))) {
      await this.#hover(source);
      await this.#drag(middleOf(await this.#stillBox(plus)), await this.#grip(target, to));
    } else {
      await this.#select(source);
      await this.goTo(source);
      await this.press(this.page.getByRole("button", { name: "Connect", exact: true }));
      await this.#clickStep(target, await this.goTo(target));
    }
    await this.connected(source, target);
  }

  async remove(id: string): Promise<void> {
    await this.#select(id);
    await this.press(this.page.getByRole("button", { name: "Delete", exact: true }));
    await this.until((now) => !indexOf(now).nodes.has(id), `${id} gone`);
  }

  async open(id: string): Promise<void> {
    await this.#select(id);
    await this.panel.getByRole("textbox", { name: /^Name \((English|Chinese)\)$/ }).waitFor();
  }

  /** Clicks a step until it is the one that is selected: what slides into sight may be missed. */
  async #select(id: string): Promise<void> {
    for (let clicks = 0; clicks < 5; clicks += 1) {
      if ((await this.selected()) === id) return;
      await this.#clickStep(id, await this.goTo(id));
      for (let frames = 0; frames < 30 && (await this.selected()) !== id; frames += 1)
        await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    if ((await this.selected()) !== id) throw new Error(`A click does not select ${id}`);
  }

  openFlow(): Promise<void> {
    return this.#clickGround();
  }

  /** Turns the wheel until a step is well in sight. */
  async goTo(id: string): Promise<Locator> {
    const step = await this.#step(id);
    return this.#bring(step);
  }

  /** Under the pointer a step stands above what is drawn near it. */
  async #hover(id: string): Promise<void> {
    const at = await this.#grip(id, await this.#step(id));
    await this.page.mouse.move(at.x, at.y);
  }

  /** The "+" of a step, in sight; what is selected near it has its tools taken away when they are over it. */
  async #plusOf(id: string): Promise<Locator> {
    const step = await this.#step(id);
    const plus = await this.#bring(step.getByRole("button", { name: /^Add a step after/ }));
    await this.#hover(id);
    if (!(await isOnTop(plus))) await this.#clickGround();
    return plus;
  }

  /** Clicks where nothing is, so that nothing is selected. */
  async #clickGround(): Promise<void> {
    const ground = await this.#freeGround({ width: 60, height: 40 });
    await this.page.mouse.click(ground.x, ground.y);
    await this.panel.getByRole("textbox", { name: /^Name of the flow/ }).waitFor();
  }

  async #bring(thing: Locator): Promise<Locator> {
    await thing.waitFor({ state: "attached" });
    for (let turns = 0; turns < 30; turns += 1) {
      const box = shown(await this.#stillBox(thing));
      const ground = await boxOf(this.canvas);
      const away = {
        x: outside(box.x, box.width, ground.x, ground.width),
        y: outside(box.y, box.height, ground.y, ground.height),
      };
      if (away.x === 0 && away.y === 0) return thing;
      await this.page.mouse.move(ground.x + ground.width / 2, ground.y + 12);
      await this.page.mouse.wheel(away.x, away.y);
    }
    throw new Error(`The wheel does not bring it into sight: ${thing}`);
  }

  async #step(id: string): Promise<Locator> {
    return this.canvas.getByRole("group", { name: await this.nameOf(id) });
  }

  /** A block is taken by its head, where nothing of what is in it stands; its "+" and every other step in the middle. */
  async #grip(id: string, step: Locator): Promise<Point> {
    const box = await this.#stillBox(step);
    const node = indexOf(await this.drawn()).nodes.get(id)?.node;
    return node && "nodes" in node ? { x: box.x + 60, y: box.y + 14 } : middleOf(box);
  }

  async #clickStep(id: string, step: Locator): Promise<void> {
    const at = await this.#grip(id, step);
    await this.page.mouse.click(at.x, at.y);
  }

  async #isInSight(box: Box): Promise<boolean> {
    const ground = await boxOf(this.canvas);
    return (
      outside(box.x, box.width, ground.x, ground.width) === 0 &&
      outside(box.y, box.height, ground.y, ground.height) === 0
    );
  }

  /** Where a thing stands once it has come to rest. */
  async #stillBox(thing: Locator): Promise<Box> {
    return thing.evaluate(async (element) => {
      const look = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      };
      let before = look();
      for (let still = 0; still < 2; ) {
        await new Promise(requestAnimationFrame);
        const now = look();
        still = JSON.stringify(now) === JSON.stringify(before) ? still + 1 : 0;
        before = now;
      }
      return before;
    });
  }

  /** A place on the canvas with nothing around it; the wheel makes one below where there is none. */
  async #freeGround(room: { readonly width: number; readonly height: number } = ROOM): Promise<Point> {
    for (let turns = 0; turns < 12; turns += 1) {
      const found = await this.canvas.evaluate((canvas, { width, height }) => {
        const box = canvas.getBoundingClientRect();
        const isFree = (x: number, y: number) =>
          document.elementFromPoint(x, y)?.classList.contains("react-flow__pane") === true;
        for (let y = box.top + height / 2 + 20; y < box.bottom - height / 2 - 20; y += 20)
          for (let x = box.left + width / 2 + 20; x < box.right - width / 2 - 20; x += 20) {
            let free = true;
            for (let dx = -width / 2; free && dx <= width / 2; dx += 20)
              for (let dy = -height / 2; free && dy <= height / 2; dy += 20) free = isFree(x + dx, y + dy);
            if (free) return { x, y };
          }
        return null;
      }, room);
      if (found) return found;
      const ground = await boxOf(this.canvas);
      await this.page.mouse.move(ground.x + ground.width / 2, ground.y + 12);
      await this.page.mouse.wheel(0, 240);
      await this.#stillBox(this.canvas.locator(".react-flow__viewport"));
    }
    throw new Error("There is no free ground");
  }

  /** A place in a block where no step stands. */
  async #freeInside(block: string): Promise<Point> {
    const step = await this.#step(block);
    const found = await step.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isFree = (x: number, y: number) => element.contains(document.elementFromPoint(x, y));
      for (let y = top + 60; y < bottom - 20; y += 10)
        for (let x = left + 30; x < right - 30; x += 10)
          if ([-20, 0, 20].every((dx) => [-15, 0, 15].every((dy) => isFree(x + dx, y + dy)))) return { x, y };
      return null;
    });
    if (found === null) throw new Error(`There is no free ground in ${block}`);
    return found;
  }

  async #drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }
}

/** Of something wide, such as a block, the head is enough. */
function shown(box: Box): Box {
  return { ...box, width: Math.min(box.width, 280), height: Math.min(box.height, 120) };
}

/** How far something must move to stand well inside; 0 where it does. */
function outside(at: number, size: number, from: number, length: number): number {
  if (at < from + MARGIN) return at - from - length / 2 + size / 2;
  if (at + size > from + length - MARGIN) return at + size / 2 - from - length / 2;
  return 0;
}

async function boxOf(thing: Locator): Promise<Box> {
  const box = await thing.boundingBox();
  if (!box) throw new Error(`Not to be seen: ${thing}`);
  return box;
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Whether a press on the middle of a thing would reach it. */
function isOnTop(thing: Locator): Promise<boolean> {
  return thing.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return hit !== null && element.contains(hit);
  });
}
