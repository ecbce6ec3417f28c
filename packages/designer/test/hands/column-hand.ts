import type { Locator } from "playwright-core";
import { indexOf } from "../../src/model/document/index-of.ts";
import type { ElementType } from "../../src/model/element/element-type.ts";
import { escaped, Hand } from "./hand.ts";

/** Elements that a "+" of the column puts there with branches of their own. */
const BRANCHING = new Set(["exclusive", "inclusive", "parallel"]);

/** Draws in the column of steps with a finger, on a phone. */
export class ColumnHand extends Hand {
  get column(): Locator {
    return this.page.getByRole("region", { name: "Steps of the flow" });
  }

  async press(control: Locator): Promise<void> {
    await control.tap();
  }

  protected async goInto(field: Locator): Promise<void> {
    await field.tap();
  }

  protected async unfold(list: Locator): Promise<void> {
    await list.tap();
  }

  async pick(group: Locator, name: string): Promise<void> {
    await group.getByText(name, { exact: true }).tap();
  }

  begin(): Promise<string> {
    return this.adding(async () => {
      await this.#closeDetails();
      await this.press(this.page.getByRole("button", { name: "Add a start" }));
    });
  }

  /** Out of the palette, with the neighbour selected. */
  async addBeside(neighbour: string, element: ElementType): Promise<string> {
    await this.#select(neighbour);
    return this.adding(async () => {
      await this.press(this.page.getByRole("button", { name: "Add step", exact: true }));
      const palette = this.page.getByRole("navigation", { name: "Steps" });
      await this.write(palette.getByRole("searchbox", { name: "Search" }), element.name.en);
      await this.press(palette.getByRole("button", { name: element.name.en, exact: true }));
    });
  }

  /** By the "+" below the last step of a column; elsewhere by what the details of a step say comes next. */
  async append(source: string, element: ElementType): Promise<string> {
    const name = await this.plainName(source);
    const plus = this.column.getByRole("button", { name: `Add the next step after “${name}”`, exact: true });
    if (!BRANCHING.has(element.id)) {
      await this.#closeDetails();
      if ((await plus.count()) === 1)
        return this.adding(async () => {
          await this.press(plus);
          await this.fromMenu(element);
        });
    }
    const part = await this.#next(source);
    return this.adding(async () => {
      await this.press(part.getByRole("button", { name: "Add a step after it" }));
      await this.fromMenu(element);
    });
  }

  async attach(host: string, element: ElementType): Promise<string> {
    await this.#select(host);
    return this.adding(async () => {
      await this.press(this.page.getByRole("button", { name: "Reminder, time limit or message" }));
      await this.fromMenu(element);
    });
  }

  async connect(source: string, target: string): Promise<void> {
    const part = await this.#next(source);
    const { index, lexicon } = await this.words();
    const list = part.getByRole("combobox", { name: "Lead to a step that is there" });
    await this.choose(list, this.calledAs(index, lexicon, target));
    await this.connected(source, target);
  }

  async remove(id: string): Promise<void> {
    await this.#select(id);
    await this.press(this.column.getByRole("button", { name: "Delete", exact: true }));
    await this.until((now) => !indexOf(now).nodes.has(id), `${id} gone`);
  }

  async open(id: string): Promise<void> {
    if ((await this.selected()) !== id || !(await this.panel.isVisible())) {
      await this.#closeDetails();
      await this.press(await this.#card(id));
    }
    await this.panel.getByRole("textbox", { name: /^Name \((English|Chinese)\)$/ }).waitFor();
  }

  async openFlow(): Promise<void> {
    await this.press(this.page.getByRole("button", { name: "Details", exact: true }));
    await this.panel.getByRole("textbox", { name: /^Name of the flow/ }).waitFor();
  }

  async #next(source: string): Promise<Locator> {
    await this.open(source);
    return this.openPart("What comes next");
  }

  /** Selects a step and sees it, not its details. */
  async #select(id: string): Promise<void> {
    await this.open(id);
    await this.#closeDetails();
  }

  async #closeDetails(): Promise<void> {
    const close = this.page.getByRole("button", { name: "Close details" });
    if (await close.isVisible()) await this.press(close);
  }

  /** The card of a step; an event on the edge of a step stands on its card. */
  async #card(id: string): Promise<Locator> {
    const { index } = await this.words();
    const node = index.nodes.get(id)?.node;
    if (node?.kind !== "boundary") return this.column.getByRole("button", { name: await this.nameOf(id) });
    const host = this.page.getByRole("button", { name: await this.nameOf(node.attachedTo) });
    const card = this.column.locator(".fw-v-card").filter({ has: host }).last();
    const name = escaped(await this.plainName(id));
    return card
      .locator(".fw-v-events")
      .first()
      .getByRole("button", { name: new RegExp(`^Meanwhile: ${name}`) });
  }
}
