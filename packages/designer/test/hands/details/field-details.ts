import type { Field } from "@flowright/definition";
import type { Locator } from "playwright-core";
import type { Hand } from "../hand.ts";
import { chooseFor, writeBoth } from "./controls.ts";

/** What the builder calls the kinds of fields. */
export function kindName(field: Field): string {
  if (field.oneOf) return "Choice";
  if (field.type === "boolean") return "Yes/no";
  if (field.type === "number" || field.type === "integer") return "Number";
  if (field.type === "object") return "Group of fields";
  if (field.type === "array") return field.items?.format === "photo" ? "Several photos" : "Rows";
  switch (field.format) {
    case "multiline":
      return "Long text";
    case "date-time":
      return "Date and time";
    case "money":
      return "Money";
    case "date":
      return "Date";
    case "photo":
      return "Photo";
    case "duration":
      return "Length of time";
    default:
      return "Text";
  }
}

/** The words of which a name is made: `orderNo` comes from "order No". */
export function wordsOf(name: string): string {
  return name.replaceAll(/([A-Z])/g, " $1");
}

/** Fills in an open field: title, choices, limits, columns. */
export async function fillField(hand: Hand, part: Locator, field: Field, name: string): Promise<void> {
  const settings = part.locator(".fw-builder-settings").first();
  await writeBoth(hand, settings, "Label", field.title, { en: wordsOf(name) });
  if (field.oneOf) await writeChoices(hand, settings, field.oneOf);
  const limit = (label: string) => settings.getByRole("spinbutton", { name: label, exact: true });
  if (field.type === "integer")
    await hand.tick(settings.getByRole("checkbox", { name: "Whole numbers only" }), true);
  if (field.minimum !== undefined) await hand.write(limit("At least"), String(field.minimum));
  if (field.maximum !== undefined) await hand.write(limit("At most"), String(field.maximum));
  if (field.maxLength !== undefined) await hand.write(limit("Most characters"), String(field.maxLength));
  if (field.minItems !== undefined) await hand.write(limit("Fewest entries"), String(field.minItems));
  if (field.maxItems !== undefined) await hand.write(limit("Most entries"), String(field.maxItems));
  if (field.default !== undefined && field.type !== "object")
    await writeFirst(hand, settings.getByLabel("Value at first", { exact: true }), field.default);
  if (field.items?.properties) await writeColumns(hand, part, field.items);
}

/** Adds fields one after the other and fills each in; those of a group in it. */
export async function addFields(
  hand: Hand,
  part: Locator,
  fields: { readonly [name: string]: Field },
): Promise<void> {
  for (const [name, field] of Object.entries(fields)) {
    await hand.press(part.getByRole("button", { name: "+ Add field" }));
    const asked = part.getByRole("dialog", { name: "New field" });
    await hand.write(asked.getByRole("textbox", { name: "Name of the field" }), wordsOf(name));
    await hand.pick(asked.getByRole("radiogroup", { name: "Kind" }), kindName(field));
    await hand.press(asked.getByRole("button", { name: "Add", exact: true }));
    const line = hand.page.getByRole("button", { name: new RegExp(`^Settings of .*· ${name}$`) });
    await hand.press(line);
    const open = part.getByRole("listitem").filter({ has: line });
    await fillField(hand, open, field, name);
    if (field.type === "object") await addFields(hand, inGroup(open), withFirst(field));
    await hand.press(line);
  }
}

const inGroup = (open: Locator): Locator => open.getByRole("group", { name: "Fields of the group" });

/** The fields of a group with what each holds at first, which the group keeps. */
function withFirst({ properties = {}, default: first }: Field): { readonly [name: string]: Field } {
  const values = (first ?? {}) as { readonly [name: string]: Field["default"] };
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      values[name] === undefined ? field : { ...field, default: values[name] },
    ]),
  );
}

async function writeFirst(hand: Hand, control: Locator, value: Field["default"]): Promise<void> {
  if (await control.evaluate((element) => element instanceof HTMLSelectElement))
    await chooseFor(hand, control, String(value));
  else await hand.write(control, String(value));
}

async function writeChoices(hand: Hand, part: Locator, choices: NonNullable<Field["oneOf"]>): Promise<void> {
  for (const [at, choice] of choices.entries()) {
    // The value of a choice is what it was first called.
    await hand.write(part.getByRole("textbox", { name: "New choice" }), String(choice.const));
    await hand.press(part.getByRole("button", { name: "Add choice" }));
    await writeBoth(hand, part, `Choice ${at + 1}`, choice.title, { en: String(choice.const) });
  }
}

async function writeColumns(hand: Hand, part: Locator, rows: Field): Promise<void> {
  const columns = part.getByRole("group", { name: "Columns" });
  for (const [at, [name, column]] of Object.entries(rows.properties ?? {}).entries()) {
    const n = at + 1;
    await hand.write(columns.getByRole("textbox", { name: "Name of the new column" }), wordsOf(name));
    await hand.choose(columns.getByLabel("Name of the new column: Kind"), kindName(column));
    await hand.press(columns.getByRole("button", { name: "Add column" }));
    const own = columns.locator(".fw-builder-column").nth(at);
    await writeBoth(hand, own, `Column ${n}`, column.title, { en: wordsOf(name) });
    const required = own.getByRole("checkbox", { name: `Column ${n}: required` });
    await hand.tick(required, rows.required?.includes(name) === true);
    if (column.oneOf) await writeChoices(hand, own, column.oneOf);
    await writeLimits(hand, own, column, n);
  }
}

async function writeLimits(hand: Hand, part: Locator, column: Field, n: number): Promise<void> {
  const limits = (
    [
      ["At least", column.minimum],
      ["At most", column.maximum],
      ["Most characters", column.maxLength],
    ] as const
  ).filter(([, value]) => value !== undefined);
  if (limits.length === 0 && column.type !== "integer") return;
  await hand.press(part.locator("summary").filter({ hasText: `Limits of column ${n}` }));
  if (column.type === "integer")
    await hand.tick(part.getByRole("checkbox", { name: "Whole numbers only" }), true);
  for (const [label, value] of limits)
    await hand.write(part.getByRole("spinbutton", { name: label, exact: true }), String(value));
}
