import { canonicalJson, edgesOf, nodesOf, textOf, type WorkflowDefinition } from "@flowright/definition";

/** One difference between two versions of a flow. */
export interface FlowChange {
  readonly change: "added" | "removed" | "changed" | "moved";
  readonly what: "step" | "line" | "flow";
  readonly id: string;
  readonly name: string;
  /** Of what is changed: the fields that differ. */
  readonly fields?: readonly {
    readonly field: string;
    readonly before?: unknown;
    readonly after?: unknown;
  }[];
}

/** How a step is placed says nothing of what it does. */
const PLACES = new Set(["position", "size", "collapsed"]);

type Part = { readonly id: string; readonly [field: string]: unknown };

/** What differs in meaning between two versions; where only places differ, it is moved. */
export function diffFlows(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  language: "en" | "zh-CN",
): FlowChange[] {
  return [
    ...compared("flow", [headOf(before)], [headOf(after)], language),
    ...compared("step", stepsOf(before), stepsOf(after), language),
    ...compared("line", linesOf(before), linesOf(after), language),
  ];
}

/** The rest of a flow, with each variable, role and form as a field of its own. */
function headOf(definition: WorkflowDefinition): Part {
  const { nodes, edges, variables, roles = [], forms = [], ...head } = definition;
  const { properties = {}, ...rules } = variables ?? {};
  const named = (what: string, list: readonly { readonly id: string }[]) =>
    list.map((one) => [`${what}.${one.id}`, one] as const);
  const data = Object.entries(properties).map(([name, field]) => [`variables.${name}`, field] as const);
  const own = [...data, ...named("roles", roles), ...named("forms", forms)];
  return { ...head, ...(variables === undefined ? {} : { variables: rules }), ...Object.fromEntries(own) };
}

/** Steps on all levels; where one lies is one of its fields. */
function stepsOf(definition: WorkflowDefinition): Part[] {
  return [...nodesOf(definition)].map(({ node, container }) => {
    const { nodes, edges, ...fields } = node as unknown as Part;
    return { ...fields, ...(container === null ? {} : { inside: container.id }) };
  });
}

function linesOf(definition: WorkflowDefinition): Part[] {
  return [...edgesOf(definition)].map(({ edge, container }) => ({
    ...edge,
    ...(container === null ? {} : { inside: container.id }),
  }));
}

function compared(
  what: FlowChange["what"],
  before: readonly Part[],
  after: readonly Part[],
  language: "en" | "zh-CN",
): FlowChange[] {
  const was = new Map(before.map((part) => [part.id, part]));
  const is = new Map(after.map((part) => [part.id, part]));
  const of = (part: Part) => ({ what, id: part.id, name: nameOf(part, language) });
  return [
    ...before.filter(({ id }) => !is.has(id)).map((part) => ({ change: "removed" as const, ...of(part) })),
    ...after.flatMap((part): FlowChange[] => {
      const old = was.get(part.id);
      if (old === undefined) return [{ change: "added", ...of(part) }];
      const fields = fieldsOf(old, part);
      if (fields.length === 0) return [];
      const moved = fields.every(({ field }) => PLACES.has(field));
      return [{ change: moved ? "moved" : "changed", ...of(part), fields }];
    }),
  ];
}

function fieldsOf(before: Part, after: Part) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [
      { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}

function nameOf({ name, id }: Part, language: "en" | "zh-CN"): string {
  return textOf(name as Parameters<typeof textOf>[0], language) || id;
}
