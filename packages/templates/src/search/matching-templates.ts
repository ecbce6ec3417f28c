import type { LocalizedText } from "@flowright/definition";

/** Spells a Chinese word as it is typed: in full, and by initials. */
export type Spell = (word: string) => readonly string[];

interface Findable {
  readonly name: LocalizedText;
  readonly description?: LocalizedText | undefined;
  readonly keywords?: readonly string[] | undefined;
}

/** The templates that hold every word in English, Chinese, or pinyin, those with the words in their name first. */
export function matchingTemplates<Template extends Findable>(
  templates: readonly Template[],
  query: string,
  spell: Spell | null,
): Template[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...templates];
  const found = templates.map((template) => ({ template, rank: rankOf(template, words, spell) }));
  return found
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ template }) => template);
}

function rankOf(template: Findable, words: readonly string[], spell: Spell | null): number {
  const names = spelt([...textsOf(template.name), ...(template.keywords ?? [])], spell);
  if (words.every((word) => names.includes(word))) return 0;
  const all = `${names}\n${textsOf(template.description).join("\n").toLowerCase()}`;
  return words.every((word) => all.includes(word)) ? 1 : Number.POSITIVE_INFINITY;
}

function spelt(texts: readonly string[], spell: Spell | null): string {
  const chinese = texts.filter((text) => /[\u4e00-\u9fff]/.test(text));
  return [...texts, ...(spell === null ? [] : chinese.flatMap(spell))].join("\n").toLowerCase();
}

function textsOf(text: LocalizedText | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === "string" ? [text] : Object.values(text).filter((one) => typeof one === "string");
}
