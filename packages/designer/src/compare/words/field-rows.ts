import { type FieldChange, isPlaceField, type Node } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./compare-texts.ts";
import { type Fact, plainFacts } from "./fact.ts";
import { flowFacts } from "./flow-facts.ts";
import type { Names } from "./names.ts";
import { STEP_FACTS } from "./step-facts.ts";

/** One thing that was said and is said otherwise now; null where nothing is said. */
export interface FieldRow {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs of a field, in the words of the panel. Where something differs at all there is at least one row. */
export function fieldRows(
  what: "step" | "line" | "flow",
  change: FieldChange,
  before: { readonly names: Names; readonly node?: Node | undefined },
  after: { readonly names: Names; readonly node?: Node | undefined },
): FieldRow[] {
  const t = textsOf(COMPARE_TEXTS, after.names.language);
  if (isPlaceField(change.field)) return [{ label: t("place"), before: null, after: null }];
  const said = (value: unknown, { names, node }: typeof before): Fact[] => {
    if (value === undefined) return [];
    const facts = what === "flow" ? null : STEP_FACTS[change.field];
    try {
      if (facts === null) return flowFacts(change.field, value, names);
      return facts === undefined ? plainFacts(change.field, value) : facts(value as never, names, node);
    } catch {
      // A draft may hold anything there.
      return plainFacts(change.field, value);
    }
  };
  const rows = against(said(change.before, before), said(change.after, after));
  if (rows.length > 0) return rows;
  return against(plainFacts(t("technical"), change.before), plainFacts(t("technical"), change.after));
}

function against(was: readonly Fact[], is: readonly Fact[]): FieldRow[] {
  const old = new Map(was.map((one) => [one.key, one]));
  const now = new Map(is.map((one) => [one.key, one]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), now.get(key)];
    if (before?.words === after?.words) return [];
    return [
      { label: (after ?? before)?.label ?? "", before: before?.words ?? null, after: after?.words ?? null },
    ];
  });
}
