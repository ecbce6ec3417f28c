import type { Locator } from "playwright-core";
import { indexOf } from "../../src/model/document/index-of.ts";
import type { ElementType } from "../../src/model/element/element-type.ts";
import { canConnect } from "../../src/model/rule/can-connect.ts";
import { type Direction, neighbourOf, readingOrder } from "../../src/model/walk/neighbour-of.ts";
import { Hand, SHIFT } from "./hand.ts";

const KEYS: readonly (readonly [Direction, Arrow])[] = [
  ["next", "ArrowRight"],
  ["previous", "ArrowLeft"],
  ["down", "ArrowDown"],
  ["up", "ArrowUp"],
];
/** More presses of Tab than there are places on the page. */
const MOST_TABS = 400;

/** Draws on the canvas by keyboard; nothing is ever pointed at. */
export class KeyboardHand extends Hand {
  get canvas(): Locator {
    return this.page.getByRole("application", { name: "Flow" });
  }

  async press(control: Locator): Promise<void> {
    await this.reach(control);
    const box = await control.evaluate((element) => element.matches("input[type=checkbox]"));
    await this.page.keyboard.press(box ? "Space" : "Enter");
  }

  protected async goInto(field: Locator): Promise<void> {
    await this.reach(field);
  }

  protected async unfold(list: Locator): Promise<void> {
    await this.reach(list);
    await this.page.keyboard.press("Space");
  }

  /** Tab leads to the one that is chosen, arrows to the others. */
  async pick(group: Locator, name: string): Promise<void> {
    const wanted = group.getByRole("radio", { name, exact: true });
    await this.reach(group.locator("input:checked"));
    for (let presses = 0; presses < 30 && !(await wanted.isChecked()); presses += 1)
      await this.page.keyboard.press("ArrowDown");
  }

  begin(): Promise<string> {
    return this.adding(() => this.press(this.page.getByRole("button", { name: "Add a start" })));
  }

  /** On the ground of the block that the neighbour is in. */
  async addBeside(neighbour: string, element: ElementType): Promise<string> {
    const { index } = await this.words();
    const block = index.nodes.get(neighbour)?.parent?.id ?? null;
    await this.goTo(neighbour);
    if (block !== null) {
      await this.goTo(block);
      await this.page.keyboard.press("o");
      await this.page.getByRole("navigation", { name: "Where you are in the flow" }).waitFor();
    }
    await this.page.keyboard.press("Shift+1");
    const made = await this.adding(async () => {
      await this.page.keyboard.press("n");
      await this.fromMenu(element);
    });
    if (block !== null) {
      const where = this.page.getByRole("navigation", { name: "Where you are in the flow" });
      for (let leaves = 0; leaves < 6 && (await where.isVisible()); leaves += 1)
        await this.page.keyboard.press("Escape");
    }
    return made;
  }

  async append(source: string, element: ElementType): Promise<string> {
    await this.goTo(source);
    return this.adding(async () => {
      await this.page.keyboard.press("a");
      await this.fromMenu(element);
    });
  }

  attach(host: string, element: ElementType): Promise<string> {
    return this.append(host, element);
  }

  async connect(source: string, target: string): Promise<void> {
    await this.goTo(source);
    const definition = await this.drawn();
    const targets = readingOrder(definition).filter((id) => canConnect(definition, source, id) === true);
    const at = targets.indexOf(target);
    if (at === -1) throw new Error(`No line may lead from ${source} to ${target}`);
    await this.page.keyboard.press("c");
    const back = at > targets.length / 2;
    await this.pressed(back ? "ArrowLeft" : "ArrowRight", back ? targets.length - at : at);
    await this.page.keyboard.press("Enter");
    await this.connected(source, target);
  }

  async remove(id: string): Promise<void> {
    await this.goTo(id);
    await this.page.keyboard.press("Delete");
    await this.until((now) => !indexOf(now).nodes.has(id), `${id} gone`);
  }

  async open(id: string): Promise<void> {
    const field = this.panel.getByRole("textbox", { name: /^Name \((English|Chinese)\)$/ });
    await this.goTo(id);
    await this.page.keyboard.press("Enter");
    await field.waitFor();
  }

  async openFlow(): Promise<void> {
    const field = this.panel.getByRole("textbox", { name: /^Name of the flow/ });
    // Nothing is selected in an empty flow; its details come with the page.
    if ((await this.drawn()).nodes.length > 0) {
      await this.#toCanvas();
      await this.page.keyboard.press("Escape");
    }
    await field.waitFor();
  }

  protected override async fromMenu(element: ElementType): Promise<void> {
    const { keyboard } = this.page;
    const search = this.page.getByRole("combobox", { name: "Search steps" });
    await search.waitFor();
    await this.typed(element.name.en);
    const active = this.page.locator('[role="option"][aria-selected="true"]');
    const name = this.page.getByText(element.name.en, { exact: true });
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await active.filter({ has: name }).count()) === 1) break;
      await keyboard.press("ArrowDown");
    }
    await keyboard.press("Enter");
  }

  /** Tab and Shift+Tab until a control has the focus. */
  async reach(control: Locator): Promise<void> {
    await control.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; ) {
      const way = await control.evaluate((element) => {
        const active = document.activeElement;
        if (active === element) return 0;
        const isStop = (each: Element) =>
          (each as HTMLElement).tabIndex >= 0 &&
          !each.matches(":disabled, [inert] *") &&
          (each.checkVisibility?.({ visibilityProperty: true }) ?? true) &&
          !(each.matches("input[type=radio]:not(:checked)") && !each.matches(":focus"));
        const stops = [
          ...document.querySelectorAll("button, input, select, textarea, summary, a[href], [tabindex]"),
        ].filter(isStop);
        const to = stops.indexOf(element);
        const from = active === null ? -1 : stops.indexOf(active);
        if (from >= 0 && to >= 0) return to - from;
        const behind = active && active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return behind ? -1 : 1;
      });
      if (way === 0) return;
      await this.pressed("Tab", Math.abs(way), way > 0 ? 0 : SHIFT);
      tabs += Math.abs(way);
    }
    throw new Error(`Tab does not reach ${control}`);
  }

  /** Arrow keys along the lines to a step, until it has the focus and is the one that is selected. */
  async goTo(id: string): Promise<void> {
    const definition = await this.drawn();
    for (let presses = 0; presses < 80; presses += 1) {
      const at = await this.#toCanvas();
      const selected = await this.selected();
      if (at === id && selected === id) return;
      const key = pathTo(definition, at, id)?.[0];
      if (key === undefined && at !== id) throw new Error(`Arrow keys do not lead from ${at} to ${id}`);
      await this.pressed(key ?? "ArrowRight", 1);
      await this.#afterStep(at, selected);
    }
    throw new Error(`Arrow keys never come to ${id}`);
  }

  /** Waits until the keyboard is somewhere else, or has had the time to be. */
  async #afterStep(at: string, selected: string | null): Promise<void> {
    for (let frames = 0; frames < 30; frames += 1) {
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
      const now = await this.#focused();
      if ((now !== null && now !== at) || (await this.selected()) !== selected) {
        // The focus follows the selection in the next frame.
        await this.page.evaluate(() => new Promise(requestAnimationFrame));
        return;
      }
    }
  }

  /** Where the keyboard is among the steps; Escape leads there from the details, Tab from elsewhere. */
  async #toCanvas(): Promise<string> {
    const stop = this.canvas.locator('.react-flow__node[tabindex="0"]');
    if ((await this.#focused()) === null) {
      const inDetails = await this.panel.evaluate((panel) => panel.contains(document.activeElement));
      if (inDetails) await this.page.keyboard.press("Escape");
      if ((await this.#focused()) === null) await this.reach(stop);
    }
    return (await this.#focused()) ?? "";
  }

  #focused(): Promise<string | null> {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      return active instanceof HTMLElement && active.matches(".react-flow__node")
        ? (active.dataset["id"] ?? null)
        : null;
    });
  }
}

type Arrow = "ArrowRight" | "ArrowLeft" | "ArrowDown" | "ArrowUp";

/** The fewest arrow keys from one step to another. */
function pathTo(
  definition: Parameters<typeof neighbourOf>[0],
  from: string,
  to: string,
): readonly Arrow[] | null {
  const ways = new Map<string, readonly Arrow[]>([[from, []]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    for (const [direction, key] of KEYS) {
      const next = neighbourOf(definition, at, direction);
      if (next !== null && !ways.has(next)) ways.set(next, [...way, key]);
    }
  }
  return null;
}
