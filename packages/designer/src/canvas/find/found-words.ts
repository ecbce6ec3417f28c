/** Spells a Chinese word: in full, and by initials. */
export type Spell = (word: string) => readonly string[];

/** A word with what it is searched by, in lower case: itself, and how it is typed where it is Chinese. */
export function searchable(words: string, spell: Spell | null): readonly string[] {
  const plain = words.toLowerCase();
  return spell && /[\u4e00-\u9fff]/.test(plain) ? [plain, ...spell(plain)] : [plain];
}

/**
 * How well words fit what is searched for, 0 best; null where they do not: equal, beginning with it, holding it,
 * holding all of its words, or its letters in order (from three letters on).
 */
export function fitOf(forms: readonly string[], query: string): number | null {
  const wanted = query.trim().toLowerCase();
  if (wanted === "" || forms.includes(wanted)) return 0;
  if (forms.some((form) => form.startsWith(wanted))) return 1;
  if (forms.some((form) => form.includes(wanted))) return 2;
  const parts = wanted.split(/\s+/);
  if (parts.length > 1 && parts.every((part) => forms.some((form) => form.includes(part)))) return 3;
  return wanted.length >= 3 && forms.some((form) => inOrder(form, wanted)) ? 4 : null;
}

/** Whether the letters stand in this order in one word, beginning with its first: "aprvl" in "approval". */
function inOrder(form: string, wanted: string): boolean {
  return form.split(/[\s,.;:，。·]+/).some((word) => {
    if (word[0] !== wanted[0] || word.length > wanted.length * 3) return false;
    let at = 0;
    for (const letter of word) if (letter === wanted[at]) at += 1;
    return at === wanted.length;
  });
}
