import type { Locator, Page } from "playwright-core";

/** Nobody acts on what appeared within a blink. */
const BLINK = 120;

/** What a person does, counted: a click, a drag, a chord of keys, or one filled or chosen field is one. */
export class Hand {
  #count = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get count(): number {
    return this.#count;
  }

  async click(target: Locator): Promise<void> {
    this.#count += 1;
    await target.click({ timeout: 5_000 });
    await this.page.waitForTimeout(BLINK);
  }

  async clickAt(at: { x: number; y: number }): Promise<void> {
    this.#count += 1;
    await this.page.mouse.click(at.x, at.y);
    await this.page.waitForTimeout(BLINK);
  }

  async press(chord: string): Promise<void> {
    this.#count += 1;
    await this.page.keyboard.press(chord);
    await this.page.waitForTimeout(BLINK);
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.#count += 1;
    await target.fill(text, { timeout: 5_000 });
    await this.page.waitForTimeout(BLINK);
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.#count += 1;
    await target.selectOption({ label }, { timeout: 5_000 });
    await this.page.waitForTimeout(BLINK);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    this.#count += 1;
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
    await this.page.waitForTimeout(BLINK);
  }
}

/** The middle of something on the screen, moved by so much. */
export async function middleOf(locator: Locator, dx = 0, dy = 0): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox({ timeout: 5_000 });
  if (!box) throw new Error(`Not to be seen: ${locator}`);
  return { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 + dy };
}
