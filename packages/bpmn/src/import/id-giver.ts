import type { XmlElement } from "../xml/xml-element.ts";

const ID = /^[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF][A-Za-z0-9_.\-\u00B7\u00C0-\u1FFF\u3001-\uD7FF]*$/;
const LONGEST = 100;
const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export interface IdGiver {
  known(element: XmlElement): string | undefined;
  /** The id that was wanted where it can be had, else the nearest one that nobody has yet. */
  give(element: XmlElement | null, wanted: string | undefined): string;
}

/** Gives ids that are unique in one flow. */
export function idGiver(): IdGiver {
  const given = new Map<XmlElement, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return {
    known: (element) => given.get(element),
    give(element, wanted) {
      const id = free(asId(wanted ?? element?.local ?? "step"), taken, numbers);
      taken.add(id);
      if (element) given.set(element, id);
      return id;
    },
  };
}

/** The id nearest to a text. */
export function asId(text: string): string {
  if (isId(text)) return text;
  const cleaned = text
    .trim()
    .replace(/[^A-Za-z0-9_.\-\u00B7\u00C0-\u1FFF\u3001-\uD7FF]+/g, "_")
    .slice(0, LONGEST - 10);
  const led = /^[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF]/.test(cleaned) ? cleaned : `_${cleaned}`;
  return isId(led) ? led : "_";
}

function isId(text: string): boolean {
  return ID.test(text) && text.length <= LONGEST && !RESERVED.has(text);
}

/** The id itself, or with the next number behind it that is free; `numbers` are the last ones given. */
function free(id: string, taken: ReadonlySet<string>, numbers: Map<string, number>): string {
  if (!taken.has(id)) return id;
  const stem = id.slice(0, LONGEST - 10);
  for (let number = (numbers.get(stem) ?? 1) + 1; ; number++) {
    const other = `${stem}_${number}`;
    if (taken.has(other)) continue;
    numbers.set(stem, number);
    return other;
  }
}
