import { useEffect, useState } from "react";
import type { Spell } from "../find/found-words.ts";

let loaded: Spell | null = null;

/** The dictionary of pinyin, fetched when the first menu opens: it is larger than the rest of the designer. */
export function useSpell(): Spell | null {
  const [spell, setSpell] = useState<Spell | null>(() => loaded);
  useEffect(() => {
    if (loaded) return;
    let gone = false;
    void import("./pinyin-of.ts").then(({ pinyinOf }) => {
      loaded = pinyinOf;
      if (!gone) setSpell(() => pinyinOf);
    });
    return () => {
      gone = true;
    };
  }, []);
  return spell;
}
