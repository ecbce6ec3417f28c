import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";

interface Entry {
  readonly element: ElementType;
  readonly words: readonly string[];
}

/** Spells a Chinese word: in full, and by initials. */
export type Spell = (word: string) => readonly string[];

const known = new Map<Spell | null, readonly Entry[]>();

/** Everything that an element can be found by: names, keywords, pinyin. */
function searchEntries(spell: Spell | null): readonly Entry[] {
  const existing = known.get(spell);
  if (existing) return existing;
  const entries = ELEMENT_TYPES.map((element) => {
    const plain = [element.name.en, element.name["zh-CN"], ...element.keywords].map((word) =>
      word.toLowerCase(),
    );
    const chinese = plain.filter((word) => /[\u4e00-\u9fff]/.test(word));
    return { element, words: [...plain, ...(spell ? chinese.flatMap(spell) : [])] };
  });
  known.set(spell, entries);
  return entries;
}

/** Elements whose English or Chinese words, or their pinyin, hold the query; best first. */
export function searchElements(
  query: string,
  allowed: readonly ElementType[],
  spell: Spell | null,
): readonly ElementType[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return allowed;
  return searchEntries(spell)
    .filter(({ element }) => allowed.includes(element))
    .map(({ element, words }) => ({ element, rank: rankOf(words, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ element }) => element);
}

function rankOf(words: readonly string[], wanted: string): number | null {
  if (words.some((word, at) => at < 2 && word.startsWith(wanted))) return 0;
  if (words.some((word) => word.startsWith(wanted))) return 1;
  if (words.some((word) => word.includes(wanted))) return 2;
  return null;
}
