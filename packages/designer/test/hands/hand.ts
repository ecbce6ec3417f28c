import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { CDPSession, Locator, Page } from "playwright-core";
import { type Lexicon, lexiconOf } from "../../src/diagram/words/lexicon.ts";
import { calledStep } from "../../src/diagram/words/spoken-name.ts";
import { stepName } from "../../src/diagram/words/step-name.ts";
import { type DocumentIndex, indexOf } from "../../src/model/document/index-of.ts";
import type { ElementType } from "../../src/model/element/element-type.ts";

/** Milliseconds until something that should be there counts as missing. */
const PATIENCE = 10_000;

interface Stroke {
  readonly key: string;
  readonly code?: string;
  readonly text?: string;
  readonly windowsVirtualKeyCode: number;
  readonly modifiers?: number;
}

const KEY_CODES = {
  Tab: 9,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
} as const;
export const SHIFT = 8;

const letter = (text: string): Stroke => ({
  key: text,
  text,
  windowsVirtualKeyCode: /[A-Za-z0-9 ]/.test(text) ? text.toUpperCase().charCodeAt(0) : 0,
});

/** Letters from which on a text is long. */
const LONG = 4;

export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Somebody who draws with the English designer: what the list of what to draw asks for, done by one sort of input.
 * Things are found by what is read of them; the document is looked at only to know what has been done.
 */
export abstract class Hand {
  readonly page: Page;
  readonly panel: Locator;
  #keys: CDPSession | null = null;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Details" });
  }

  // --- controls

  /** Presses a button, a link, a summary or a box. */
  abstract press(control: Locator): Promise<void>;
  /** Takes the keyboard into a field. */
  protected abstract goInto(field: Locator): Promise<void>;
  /** Opens a list of choices. */
  protected abstract unfold(list: Locator): Promise<void>;
  /** Chooses one of several round buttons. */
  abstract pick(group: Locator, name: string): Promise<void>;

  /** Replaces what stands in a field; Chinese comes from an input method. */
  async write(field: Locator, text: string): Promise<void> {
    if ((await field.inputValue()) === text) return;
    await this.goInto(field);
    const { keyboard } = this.page;
    await keyboard.press("ControlOrMeta+a");
    if (text === "") await keyboard.press("Delete");
    else if (/^[ -~]*$/.test(text)) await this.typed(text);
    else await this.compose(text);
    // Suggestions are not what was meant; Escape is for them alone while they are open.
    const suggests = await field.evaluate(
      (element) =>
        element.getAttribute("aria-expanded") === "true" ||
        (element.getAttribute("aria-haspopup") === "listbox" && element.hasAttribute("aria-controls")),
    );
    if (suggests) await keyboard.press("Escape");
  }

  /**
   * Writes as an input method does: letters are composed, its own Enter and Escape go through the page without being
   * for it, and the words are put in.
   */
  async compose(text: string): Promise<void> {
    const keys = await this.#keyboard();
    await keys.send("Input.imeSetComposition", { text: "hanzi", selectionStart: 5, selectionEnd: 5 });
    for (const code of ["Enter", "Escape"]) {
      const own = { key: "Process", code, windowsVirtualKeyCode: 229 };
      await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...own });
      await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...own });
    }
    await keys.send("Input.insertText", { text });
  }

  /** Presses keys one after the other, as fast as the page takes them. */
  protected async strokes(strokes: readonly Stroke[]): Promise<void> {
    const keys = await this.#keyboard();
    await Promise.all(
      strokes.flatMap(({ text, ...stroke }) => [
        keys.send("Input.dispatchKeyEvent", {
          ...stroke,
          ...(text === undefined ? { type: "rawKeyDown" } : { type: "keyDown", text }),
        }),
        keys.send("Input.dispatchKeyEvent", { ...stroke, type: "keyUp" }),
      ]),
    );
  }

  /** Types letter by letter; of a long text the middle comes in one piece, as dictated words do. */
  protected async typed(text: string): Promise<void> {
    if (text.length <= LONG) return this.strokes([...text].map(letter));
    await this.strokes([...text.slice(0, 1)].map(letter));
    await this.page.keyboard.insertText(text.slice(1, -1));
    await this.strokes([...text.slice(-1)].map(letter));
  }

  protected pressed(name: keyof typeof KEY_CODES, times: number, modifiers = 0): Promise<void> {
    const stroke = { key: name, code: name, windowsVirtualKeyCode: KEY_CODES[name], modifiers };
    return this.strokes(Array.from({ length: times }, () => stroke));
  }

  async #keyboard(): Promise<CDPSession> {
    this.#keys ??= await this.page.context().newCDPSession(this.page);
    return this.#keys;
  }

  /** Chooses what a list calls so. */
  async choose(list: Locator, option: string): Promise<void> {
    const { at, now, all } = await list.evaluate((element, wanted) => {
      const options = [...(element as HTMLSelectElement).options].filter(({ disabled }) => !disabled);
      return {
        at: options.findIndex(({ label }) => label.trim() === wanted),
        now: options.findIndex(({ selected }) => selected),
        all: options.map(({ label }) => label),
      };
    }, option);
    if (at === -1) throw new Error(`There is no “${option}” among ${all.join(" | ")}`);
    if (at === now) return;
    await this.unfold(list);
    const { keyboard } = this.page;
    const backward = at > all.length / 2;
    await this.pressed(backward ? "End" : "Home", 1);
    await this.pressed(backward ? "ArrowUp" : "ArrowDown", backward ? all.length - 1 - at : at);
    await keyboard.press("Enter");
  }

  async tick(box: Locator, on: boolean): Promise<void> {
    if ((await box.isChecked()) !== on) await this.press(box);
  }

  /** Opens a part of the panel that is closed. */
  async openPart(title: string): Promise<Locator> {
    const part = this.panel.locator("details").filter({
      has: this.page.locator("summary").filter({ hasText: new RegExp(`^${escaped(title)}`) }),
    });
    const own = part.last();
    if (!(await own.evaluate((element) => (element as HTMLDetailsElement).open))) {
      await this.press(own.locator("summary"));
    }
    return own;
  }

  // --- drawing

  /** Adds the first start to an empty flow. */
  abstract begin(): Promise<string>;
  /** Adds what no line leads to beside a step of the same block. */
  abstract addBeside(neighbour: string, element: ElementType): Promise<string>;
  /** Adds a step behind another, an event to a step. */
  abstract append(source: string, element: ElementType): Promise<string>;
  abstract attach(host: string, element: ElementType): Promise<string>;
  abstract connect(source: string, target: string): Promise<void>;
  abstract remove(id: string): Promise<void>;
  /** Shows the details of a step, of the flow. */
  abstract open(id: string): Promise<void>;
  abstract openFlow(): Promise<void>;

  /** What is read of a step in lists: its kind, a number where several are alike, and its name. */
  protected calledAs(index: DocumentIndex, lexicon: Lexicon, id: string): string {
    return calledStep(index.nodes.get(id)?.node, index, lexicon);
  }

  /** The one step or line that is selected; null where it is another number. */
  selected(): Promise<string | null> {
    return this.page.evaluate(() => (window as unknown as { selected: string | null }).selected);
  }

  /** What has been drawn so far. */
  drawn(): Promise<WorkflowDefinition> {
    return this.page.evaluate(() => (window as unknown as { drawn: WorkflowDefinition }).drawn);
  }

  /** Does something that adds a step, and says which. */
  protected async adding(act: () => Promise<void>): Promise<string> {
    const before = new Set(indexOf(await this.drawn()).nodes.keys());
    await act();
    const made = await this.until((now) => topmost(now, before), "a new step");
    return made;
  }

  protected connected(source: string, target: string): Promise<true> {
    return this.until(
      (now) => (indexOf(now).outgoing.get(source) ?? []).some((edge) => edge.target === target),
      `a line from ${source} to ${target}`,
    ) as Promise<true>;
  }

  /** Waits until the document is as it should be. */
  async until<T>(holds: (now: WorkflowDefinition) => T | null | false, what: string): Promise<T> {
    const last = Date.now() + PATIENCE;
    for (;;) {
      const found = holds(await this.drawn());
      if (found !== null && found !== false) return found;
      if (Date.now() > last) throw new Error(`It never came to ${what}: ${await this.said()}`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** What the page says at the moment; for errors. */
  private said(): Promise<string> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('[role="status"], [role="alert"], [role="dialog"]')]
        .map((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim())
        .filter((text) => text !== "")
        .join(" · "),
    );
  }

  protected async words() {
    const definition = await this.drawn();
    const lexicon = lexiconOf(definition, "en", {});
    return { definition, index: indexOf(definition), lexicon };
  }

  /** What is read of a step, as far as it tells it from all others. */
  protected async nameOf(id: string): Promise<RegExp> {
    const { index, lexicon } = await this.words();
    const own = calledStep(index.nodes.get(id)?.node, index, lexicon);
    const longer = [...index.nodes.values()]
      .map(({ node }) => calledStep(node, index, lexicon))
      .filter((other) => other.startsWith(`${own}, `))
      .map((other) => escaped(other.slice(own.length)));
    const others = longer.length > 0 ? `(?!(?:${longer.join("|")})(?:,|$))` : "";
    return new RegExp(`^${escaped(own)}${others}(?:,|$)`);
  }

  /** The name on a step, which others may bear, too. */
  protected async plainName(id: string): Promise<string> {
    const { index, lexicon } = await this.words();
    return stepName(index.nodes.get(id)?.node, lexicon);
  }

  /** Takes an element out of the open menu of steps. */
  protected async fromMenu(element: ElementType): Promise<void> {
    const option = this.page
      .getByRole("listbox")
      .getByRole("option")
      .filter({ has: this.page.getByText(element.name.en, { exact: true }) });
    await this.press(option);
  }
}

/** The one new step that is in no other new one. */
function topmost(now: WorkflowDefinition, before: ReadonlySet<string>): string | null {
  const visit = (nodes: readonly Node[]): string | null => {
    const made = nodes.find(({ id }) => !before.has(id));
    if (made) return made.id;
    for (const node of nodes) {
      const inner = isContainer(node) ? visit(node.nodes) : null;
      if (inner !== null) return inner;
    }
    return null;
  };
  return visit(now.nodes);
}
