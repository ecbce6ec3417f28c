import type {
  DecisionTable,
  Field,
  Form,
  Node,
  Role,
  WorkflowDefinition,
  WorkingCalendar,
} from "@flowright/definition";

/** What copied steps refer to and another flow may lack. */
export interface Brings {
  readonly forms?: readonly Form[];
  readonly roles?: readonly Role[];
  readonly calendars?: readonly WorkingCalendar[];
  /** Fields of the case by name: those on the forms, and those that the steps and lines name. */
  readonly fields?: { readonly [name: string]: Field };
  /** Rules of decisions that are kept beside the flow, as far as they were known. */
  readonly decisions?: readonly KeptDecision[];
}

/** A decision of the workspace with its rules. */
export interface KeptDecision {
  readonly id: string;
  readonly table: DecisionTable;
}

/** Everything out of a flow, and out of the decisions around it, that these steps and lines refer to; null for nothing. */
export function broughtBy(
  definition: WorkflowDefinition,
  steps: { readonly nodes: readonly Node[]; readonly edges: readonly unknown[] },
  decisions: readonly { readonly id: string; readonly table?: DecisionTable | undefined }[],
): Brings | null {
  const named = namesIn([steps.nodes, steps.edges]);
  const forms = (definition.forms ?? []).filter(({ id }) => named.forms.has(id));
  const roles = (definition.roles ?? []).filter(({ id }) => named.roles.has(id));
  const calendars = (definition.settings?.calendars ?? []).filter(({ id }) => named.calendars.has(id));
  const wanted = new Set([...named.words, ...namesIn(forms).words]);
  const fields = Object.entries(definition.variables?.properties ?? {}).filter(([name]) => wanted.has(name));
  const kept = decisions.flatMap(({ id, table }) =>
    table !== undefined && named.decisions.has(id) ? [{ id, table }] : [],
  );
  const brings: Brings = {
    ...(forms.length > 0 && { forms }),
    ...(roles.length > 0 && { roles }),
    ...(calendars.length > 0 && { calendars }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    ...(kept.length > 0 && { decisions: kept }),
  };
  return Object.keys(brings).length > 0 ? brings : null;
}

/** References in steps and lines under new names. */
export function withReferences<Part extends object>(part: Part, change: ChangeReference): Part {
  return changed(part, change) as Part;
}

/** Gives the new name of what a place of a step refers to; the same name where it stays. */
export type ChangeReference = (sort: "form" | "role" | "calendar", id: string) => string;

function changed(value: unknown, change: ChangeReference): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "startableBy" && Array.isArray(inner))
        return [key, inner.map((each) => (typeof each === "string" ? change("role", each) : each))];
      const sort = REFERENCES.find((each) => each === key);
      return [
        key,
        sort !== undefined && typeof inner === "string" ? change(sort, inner) : changed(inner, change),
      ];
    }),
  );
}

/** Settings that name something of the flow, wherever they stand in a step or a line. */
const REFERENCES = ["form", "role", "calendar"] as const;
const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_]*/gu;

interface Named {
  readonly forms: Set<string>;
  readonly roles: Set<string>;
  readonly calendars: Set<string>;
  readonly decisions: Set<string>;
  /** Names of fields, and whatever else is written like one: in formulas, in conditions, as the key of a value. */
  readonly words: Set<string>;
}

function namesIn(value: unknown): Named {
  const named: Named = {
    forms: new Set(),
    roles: new Set(),
    calendars: new Set(),
    decisions: new Set(),
    words: new Set(),
  };
  const read = (inner: unknown, key: string): void => {
    if (Array.isArray(inner)) for (const each of inner) read(each, key);
    else if (typeof inner === "object" && inner !== null) {
      const { id } = inner as { id?: unknown };
      if (key === "decision" && typeof id === "string") named.decisions.add(id);
      for (const [name, each] of Object.entries(inner)) {
        named.words.add(name);
        read(each, name);
      }
    } else if (typeof inner === "string") {
      if (key === "form") named.forms.add(inner);
      else if (key === "role" || key === "startableBy") named.roles.add(inner);
      else if (key === "calendar") named.calendars.add(inner);
      // Prose is no reference: what is written in a documentation names no field.
      else if (!PROSE.has(key)) for (const [word] of inner.matchAll(IDENTIFIER)) named.words.add(word);
    }
  };
  read(value, "");
  return named;
}

const PROSE: ReadonlySet<string> = new Set([
  "name",
  "documentation",
  "title",
  "description",
  "en",
  "zh-CN",
  "id",
  "kind",
]);
