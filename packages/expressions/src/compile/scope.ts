/**
 * The names that an expression itself brings in, innermost first. A `local` is one name in one slot; an `item`
 * is the element a filter looks at, whose entries are names too. Slots count within the enclosing function.
 */
export type Scope =
  | null
  | {
      readonly kind: "local";
      readonly name: string;
      readonly slot: number;
      readonly outer: Scope;
    }
  | { readonly kind: "item"; readonly slot: number; readonly outer: Scope };

/** The next free slot. */
export function nextSlot(scope: Scope): number {
  return scope === null ? 0 : scope.slot + 1;
}

export function withLocal(scope: Scope, name: string): NonNullable<Scope> {
  return { kind: "local", name, slot: nextSlot(scope), outer: scope };
}

export function withItem(scope: Scope): NonNullable<Scope> {
  return { kind: "item", slot: nextSlot(scope), outer: scope };
}

/** Whether a name is surely one of the expression's own. */
export function isLocal(scope: Scope, name: string): boolean {
  for (let at = scope; at; at = at.outer) if (at.kind === "local" && at.name === name) return true;
  return false;
}

/** Whether names may be entries of an element that a filter looks at. */
export function inFilter(scope: Scope): boolean {
  for (let at = scope; at; at = at.outer) if (at.kind === "item") return true;
  return false;
}
