import type { ElementType } from "../../model/element/element-type.ts";
import { fitOf, type Spell } from "../find/found-words.ts";

interface Entry {
  readonly element: ElementType;
  /** The name in both languages, and how it is typed. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly hints: readonly string[];
}

const known = new Map<Spell | null, WeakMap<ElementType, Entry>>();

/** Everything that an element can be found by: names, keywords, pinyin. */
function entryOf(element: ElementType, spell: Spell | null): Entry {
  const entries = known.get(spell) ?? new WeakMap<ElementType, Entry>();
  known.set(spell, entries);
  const existing = entries.get(element);
  if (existing) return existing;
  const spelt = (words: readonly string[]) => {
    const plain = words.map((word) => word.toLowerCase());
    const chinese = plain.filter((word) => /[\u4e00-\u9fff]/.test(word));
    return [...plain, ...(spell ? chinese.flatMap(spell) : [])];
  };
  const entry = {
    element,
    names: spelt([element.name.en, element.name["zh-CN"]]),
    words: spelt(element.keywords),
    hints: [element.hint.en.toLowerCase(), element.hint["zh-CN"]],
  };
  entries.set(element, entry);
  return entry;
}

/** Elements whose English or Chinese words, or their pinyin, hold the query; best first. */
export function searchElements(
  query: string,
  allowed: readonly ElementType[],
  spell: Spell | null,
): readonly ElementType[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return allowed;
  return allowed
    .map((element) => ({ element, rank: rankOf(entryOf(element, spell), wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || Number(b.element.common) - Number(a.element.common))
    .map(({ element }) => element);
}

/** 0 best; null: not found. A name counts more than other words, these more than what the hint says. */
function rankOf({ names, words, hints }: Entry, wanted: string): number | null {
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  const fit = fitOf([...names, ...words], wanted);
  if (fit !== null) return fit + 1;
  return hints.some((hint) => hint.includes(wanted)) ? 6 : null;
}
