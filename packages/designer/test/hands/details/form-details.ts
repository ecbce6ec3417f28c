import { type FormField, textOf, type WorkflowDefinition } from "@flowright/definition";
import type { Locator } from "playwright-core";
import type { Hand } from "../hand.ts";
import { writeBoth, writeCondition } from "./controls.ts";

/** Makes the forms of steps, each where it is used first; later steps choose it. */
export class FormDetails {
  readonly #hand: Hand;
  readonly #target: WorkflowDefinition;
  readonly #made = new Set<string>();

  constructor(hand: Hand, target: WorkflowDefinition) {
    this.#hand = hand;
    this.#target = target;
  }

  /** Gives a form to the step whose details are shown. */
  async use(id: string): Promise<void> {
    const hand = this.#hand;
    const form = this.#target.forms?.find((each) => each.id === id);
    if (!form) throw new Error(`The flow has no form ${id}`);
    const title = textOf(form.title, "en");
    const list = hand.panel.getByLabel("Form of this step", { exact: true });
    if (this.#made.has(id)) return hand.choose(list, title);
    this.#made.add(id);
    await hand.choose(list, "New form");
    await hand.press(hand.panel.getByRole("button", { name: "Edit form" }));
    const drawer = hand.page.getByRole("dialog", { name: /^Form: / });
    await drawer.waitFor();
    await writeBoth(hand, drawer, "Form title", form.title, await this.#titleNow());
    for (const [at, section] of form.sections.entries()) {
      if (at > 0) await hand.press(drawer.getByRole("button", { name: "Add section" }));
      const part = drawer.getByRole("region", { name: `Section ${at + 1}`, exact: true });
      await writeBoth(hand, part, "Section title", section.title);
      await this.#fields(part, section.fields);
    }
    await hand.press(drawer.getByRole("button", { name: "Close", exact: true }).first());
    await drawer.waitFor({ state: "hidden" });
  }

  async #titleNow() {
    const { forms } = await this.#hand.drawn();
    return forms?.at(-1)?.title;
  }

  async #fields(part: Locator, fields: readonly FormField[]): Promise<void> {
    const hand = this.#hand;
    if (fields.length === 0) return;
    await hand.press(part.getByRole("button", { name: "Show a case field" }));
    const offered = part.getByRole("dialog", { name: "Show a case field" });
    for (const { field, mode } of fields) {
      const how = mode === "read" ? "read" : "edit";
      await hand.press(
        offered.getByRole("button", { name: `Show ${this.#label(field)} to ${how}`, exact: true }),
      );
    }
    await hand.press(offered.getByRole("button", { name: "Close", exact: true }));
    for (const formField of fields) await this.#settings(part, formField);
  }

  async #settings(part: Locator, formField: FormField): Promise<void> {
    const hand = this.#hand;
    const { field, required, help, label, visibleWhen, requiredWhen } = formField;
    const shown = this.#label(field);
    if (required === true)
      await hand.tick(part.getByRole("checkbox", { name: `${shown}: required`, exact: true }), true);
    if ((help ?? label ?? visibleWhen ?? requiredWhen) === undefined) return;
    const opens = hand.page.getByRole("button", { name: new RegExp(`^Settings of ${shown} `) });
    await hand.press(
      part
        .getByRole("listitem")
        .filter({ has: opens })
        .getByRole("button", { name: /^Settings of/ }),
    );
    const open = part.getByRole("listitem").filter({ has: opens });
    await writeBoth(hand, open, "Label on this form", label);
    await writeBoth(hand, open, "Help on this form", help);
    if (visibleWhen !== undefined) await writeCondition(hand, open, "Shown only when", visibleWhen);
    if (requiredWhen !== undefined) await writeCondition(hand, open, "Required when", requiredWhen);
  }

  #label(field: string): string {
    return textOf(this.#target.variables?.properties[field]?.title, "en");
  }
}
