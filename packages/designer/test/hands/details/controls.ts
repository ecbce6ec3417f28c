import type { LocalizedText } from "@flowright/definition";
import type { Locator } from "playwright-core";
import { durationParts } from "../../../src/panel/property/duration-parts.ts";
import type { Hand } from "../hand.ts";

const LANGUAGES = [
  ["en", "English"],
  ["zh-CN", "Chinese"],
] as const;

/** Writes a text in both languages, unless it stands there already. */
export async function writeBoth(
  hand: Hand,
  part: Locator,
  label: string,
  text: LocalizedText | undefined,
  now?: LocalizedText | undefined,
): Promise<void> {
  if (LANGUAGES.every(([language]) => own(text, language) === own(now, language))) return;
  for (const [language, name] of LANGUAGES) {
    const called = { name: `${label} (${name})`, exact: true };
    const field = part.getByRole("textbox", called);
    if (!(await field.isVisible())) await hand.press(part.getByRole("button", called));
    await hand.write(field, own(text, language));
  }
}

function own(text: LocalizedText | undefined, language: "en" | "zh-CN"): string {
  return typeof text === "string" ? text : (text?.[language] ?? "");
}

/** A length of time by number and unit, or by formula. */
export async function writeDuration(
  hand: Hand,
  part: Locator,
  label: string,
  duration: string,
): Promise<void> {
  const unit = part.getByRole("combobox", { name: `${label}: unit`, exact: true });
  const parts = durationParts(duration);
  if (parts) {
    await hand.choose(unit, parts.unit);
    await hand.write(part.getByRole("spinbutton", { name: label, exact: true }), String(parts.count));
  } else {
    await hand.choose(unit, "by formula");
    await hand.write(formulaIn(part, label), duration.slice(1));
  }
}

/** A value from a field, fixed, or by formula, whichever says the FEEL text as it is. */
export async function writeValue(
  hand: Hand,
  part: Locator,
  label: string,
  feel: string,
  type?: string | undefined,
): Promise<void> {
  const how = part.getByRole("combobox", { name: `${label}: how it is given`, exact: true });
  const control = part.getByLabel(label, { exact: true });
  const fixed = fixedText(feel, type);
  if (fixed !== null) {
    await hand.choose(how, "Fixed value");
    return hand.write(control, fixed);
  }
  if (/^[\w.]+$/.test(feel)) {
    await hand.choose(how, "Field");
    const title = await titleOf(control, feel);
    if (title !== null) return hand.choose(control, title);
  }
  await hand.choose(how, "Formula");
  await hand.write(control, feel);
}

function fixedText(feel: string, type: string | undefined): string | null {
  if (/^"[^"\\]*"$/.test(feel)) return feel.slice(1, -1);
  const plain = type === "boolean" ? /^(true|false)$/ : type === "number" ? /^-?\d+(\.\d+)?$/ : null;
  return plain?.test(feel) ? feel : null;
}

/** What a list calls the choice that stands for this. */
export function titleOf(list: Locator, value: string): Promise<string | null> {
  return list.evaluate(
    (element, wanted) =>
      [...(element as HTMLSelectElement).options].find((option) => option.value === wanted)?.label ?? null,
    value,
  );
}

export async function chooseFor(hand: Hand, list: Locator, value: string): Promise<void> {
  const title = await titleOf(list, value);
  if (title === null) throw new Error(`Nothing in the list stands for ${value}`);
  await hand.choose(list, title);
}

/** A condition as FEEL text. */
export async function writeCondition(hand: Hand, part: Locator, label: string, feel: string): Promise<void> {
  const group = part.getByRole("group", { name: label, exact: true });
  const asText = group.getByRole("button", { name: "Write as formula" });
  if (await asText.isVisible()) await hand.press(asText);
  await hand.write(formulaIn(group, label), feel);
}

/** The field of a formula, which offers what may be meant. */
function formulaIn(part: Locator, label: string): Locator {
  const named = { name: label, exact: true };
  return part.getByRole("textbox", named).or(part.getByRole("combobox", named));
}
