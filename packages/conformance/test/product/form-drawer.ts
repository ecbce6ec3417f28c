import type { Locator, Page } from "playwright-core";

/** Adding fields to the form of the step whose properties are open. */
export interface FormDrawer {
  readonly drawer: Locator;
  /** A new field of the case on this form; `kind` as it is read, e.g. "Money". */
  add(name: string, kind: string, options?: { readonly required?: boolean }): Promise<void>;
  /** Shows a field that the case has already. */
  show(name: string, how: "edit" | "read"): Promise<void>;
  /** Writes the choices of a new field, or of a new column. */
  choices(of: Locator, titles: readonly string[]): Promise<void>;
  /** A new column of the rows that are open. */
  addColumn(name: string, kind: string, options?: { readonly required?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Presses "Add field" of the step and answers with the drawer, where the new field is being asked for. */
export async function openFormDrawer(page: Page, panel: Locator, form: string): Promise<FormDrawer> {
  await panel.getByRole("button", { name: "Add field" }).click();
  const drawer = page.getByRole("dialog", { name: `Form: ${form}` });
  await drawer.waitFor();
  const newField = drawer.getByRole("dialog", { name: "New field" });
  await newField.waitFor();
  const existing = drawer.getByRole("dialog", { name: "Show a case field" });

  return {
    drawer,
    add: async (name, kind, { required = false } = {}) => {
      if (await existing.isVisible()) await existing.getByRole("button", { name: "Close" }).click();
      if (!(await newField.isVisible())) await drawer.getByRole("button", { name: "Add field" }).click();
      await newField.getByRole("textbox", { name: "Name of the field" }).click();
      await page.keyboard.type(name);
      await newField.getByText(kind, { exact: true }).click();
      await newField.getByRole("button", { name: "Add", exact: true }).click();
      const row = drawer.getByRole("listitem").filter({
        has: page.getByRole("button", { name: `Settings of ${name} ${kind}` }),
      });
      await row.waitFor();
      if (required) await row.getByRole("checkbox", { name: `${name}: required` }).click();
    },
    show: async (name, how) => {
      if (await newField.isVisible()) await newField.getByRole("button", { name: "Cancel" }).click();
      if (!(await existing.isVisible())) {
        await drawer.getByRole("button", { name: "Show a case field" }).click();
      }
      await existing.getByRole("button", { name: `Show ${name} to ${how}`, exact: true }).click();
      await drawer.getByRole("button", { name: new RegExp(`^Settings of ${name} `) }).waitFor();
    },
    choices: async (of, titles) => {
      const group = of.getByRole("group", { name: "Choices" });
      for (const title of titles) {
        await group.getByRole("textbox", { name: "New choice" }).click();
        await page.keyboard.type(title);
        await page.keyboard.press("Enter");
      }
    },
    addColumn: async (name, kind, { required = false } = {}) => {
      const columns = drawer.getByRole("group", { name: "Columns" });
      const before = await columns.getByRole("checkbox", { name: /^Column \d+: required$/ }).count();
      await columns.getByRole("textbox", { name: "Name of the new column" }).click();
      await page.keyboard.type(name);
      await columns.getByLabel("Name of the new column: Kind").selectOption({ label: kind });
      await columns.getByRole("button", { name: "Add column" }).click();
      const box = columns.getByRole("checkbox", { name: `Column ${before + 1}: required` });
      await box.waitFor();
      if (required) await box.click();
    },
    close: async () => {
      await drawer.getByRole("button", { name: "Close", exact: true }).first().click();
      await drawer.waitFor({ state: "hidden" });
    },
  };
}
