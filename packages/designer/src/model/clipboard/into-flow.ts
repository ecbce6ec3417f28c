import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Command } from "../command/command.ts";
import { type Brings, withReferences } from "./brings.ts";
import type { Clipping } from "./clipping.ts";

/** What comes into a flow with pasted steps, and the steps as they refer to it there. */
export interface Arrival {
  readonly clipping: Clipping;
  /** What the flow did not have, under the names that it gets here. */
  readonly came: Required<Brings>;
  /** What came under another name, as the flow has something else of its own: by sort, old name to new. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Fields that the flow has as something else; they stay as they are. */
  readonly kept: readonly string[];
}

/**
 * What a flow lacks of what pasted steps refer to. What it has in the same form is used; where it has something else
 * under the name, what comes gets a new one. Fields are named in formulas, so they keep their name and that of the flow
 * counts. `decisions` are those that can be used here, null if nobody knows: steps that refer to another one get its rules
 * as a table of their own.
 */
export function arrivalIn(
  definition: WorkflowDefinition,
  clipping: Clipping,
  decisions: readonly { readonly id: string }[] | null,
): Arrival {
  const {
    forms = [],
    roles = [],
    calendars = [],
    fields = {},
    decisions: rules = [],
  } = clipping.brings ?? {};
  const renamed = new Map<string, string>();
  const known = definition.variables?.properties ?? {};
  const newFields = Object.entries(fields).filter(([name]) => !Object.hasOwn(known, name));
  const here = {
    form: definition.forms ?? [],
    role: definition.roles ?? [],
    calendar: definition.settings?.calendars ?? [],
  };
  const lacking =
    decisions === null ? [] : rules.filter(({ id }) => !decisions.some((each) => each.id === id));
  const came = {
    forms: arriving("form", forms, here.form, renamed, same),
    roles: arriving("role", roles, here.role, renamed, (one, other) => same(one.name, other.name)),
    calendars: arriving("calendar", calendars, here.calendar, renamed, same),
    fields: Object.fromEntries(newFields),
    decisions: lacking,
  };
  const change = (sort: string, id: string) => renamed.get(`${sort} ${id}`) ?? id;
  const { brings: _, ...steps } = clipping;
  return {
    clipping: {
      ...steps,
      nodes: clipping.nodes.map((node) => withReferences(withTables(node, lacking), change)),
      edges: clipping.edges.map((edge) => withReferences(edge, change)),
      ...(clipping.open && { open: clipping.open.map((line) => withReferences(line, change)) }),
    },
    came,
    renamed,
    kept: Object.keys(fields).filter(
      (name) => Object.hasOwn(known, name) && !same(known[name], fields[name]),
    ),
  };
}

/** A command that pastes, with what came along in the same step. */
export function pasteWith({ clipping, came }: Arrival, paste: (clipping: Clipping) => Command): Command {
  const command = paste(clipping);
  return { ...command, execute: (definition) => command.execute(withArrived(definition, came)) };
}

function withArrived(definition: WorkflowDefinition, came: Required<Brings>): WorkflowDefinition {
  const { forms, roles, calendars, fields } = came;
  const { variables, settings } = definition;
  return {
    ...definition,
    ...(Object.keys(fields).length > 0 && {
      variables: {
        type: "object" as const,
        ...variables,
        properties: { ...variables?.properties, ...fields },
      },
    }),
    ...(roles.length > 0 && { roles: [...(definition.roles ?? []), ...roles] }),
    ...(forms.length > 0 && { forms: [...(definition.forms ?? []), ...forms] }),
    ...(calendars.length > 0 && {
      settings: { ...settings, calendars: [...(settings?.calendars ?? []), ...calendars] },
    }),
  };
}

function arriving<Part extends { readonly id: string }>(
  sort: string,
  parts: readonly Part[],
  here: readonly Part[],
  renamed: Map<string, string>,
  isSame: (one: Part, other: Part) => boolean,
): Part[] {
  const taken = new Set(here.map(({ id }) => id));
  return parts.flatMap((part) => {
    const there = here.find(({ id }) => id === part.id);
    if (there === undefined) return [part];
    if (isSame(there, part)) return [];
    // One that came along earlier is not brought a second time.
    const before = here.find((each) => isVariant(each.id, part.id) && isSame({ ...each, id: part.id }, part));
    let id = before?.id ?? part.id;
    for (let number = 2; before === undefined && taken.has(id); number += 1) id = `${part.id}_${number}`;
    taken.add(id);
    renamed.set(`${sort} ${part.id}`, id);
    return before === undefined ? [{ ...part, id }] : [];
  });
}

function isVariant(id: string, of: string): boolean {
  return id.startsWith(`${of}_`) && /^\d+$/.test(id.slice(of.length + 1));
}

/** Steps that ask a decision which is not there get its rules. */
function withTables(node: Node, rules: Required<Brings>["decisions"]): Node {
  if (isContainer(node))
    return { ...node, nodes: node.nodes.map((inner) => withTables(inner, rules)) } as Node;
  if (node.kind !== "businessRuleTask" || node.decision === undefined) return node;
  const { decision, ...rest } = node;
  const table = rules.find(({ id }) => id === decision.id)?.table;
  return table === undefined ? node : { ...rest, table };
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON in which the order of names does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
