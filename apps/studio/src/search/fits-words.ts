/** How a Chinese word is typed: in full, and by initials. */
type Spell = (word: string) => readonly string[];

/** Whether every word of the query is in one of the texts, as it is written or as its Chinese is typed. */
export function fitsWords(texts: readonly string[], query: string, spell: Spell | null): boolean {
  const plain = texts.map((text) => text.toLowerCase());
  const typed = spell === null ? [] : plain.filter((text) => /[\u4e00-\u9fff]/.test(text)).flatMap(spell);
  const all = [...plain, ...typed].join("\n");
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
