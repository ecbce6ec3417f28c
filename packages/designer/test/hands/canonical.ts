import { createHash } from "node:crypto";
import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";

/**
 * A definition without what depends on how it was drawn: places on the canvas are gone, and the ids of steps, lines,
 * forms, roles and items of checklists are numbered by what they are and what they are connected with. Two flows that
 * mean the same are equal in it; the order of branches, which says which is tried first, stays.
 */
export function canonical(definition: WorkflowDefinition): unknown {
  const names = new Map<string, string>();
  const forms = renamed(definition.forms ?? [], "form", names, ({ id: _, ...form }) => form);
  const roles = renamed(definition.roles ?? [], "role", names, ({ id: _, ...role }) => role);
  return sorted({
    schema: definition.schema,
    name: definition.name,
    description: definition.description,
    variables: definition.variables,
    settings: definition.settings,
    forms,
    roles,
    ...inside(definition, names, ""),
  });
}

interface Container {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Rounds of telling steps apart by their neighbours; as many as the longest way that two alike steps are apart. */
const ROUNDS = 12;

function inside({ nodes, edges }: Container, outer: ReadonlyMap<string, string>, path: string) {
  const own = new Map(outer);
  const bare = new Map(nodes.map((node) => [node.id, bareNode(node, own, path)]));
  let look = new Map([...bare].map(([id, node]) => [id, hash(node)]));
  for (let round = 0; round < ROUNDS; round += 1) look = refined(nodes, edges, look);
  const order = [...nodes].sort((a, b) => compared(look.get(a.id) ?? "", look.get(b.id) ?? ""));
  const ids = new Map(order.map(({ id }, at) => [id, `${path}step${at + 1}`]));
  return {
    nodes: order.map((node) => ({
      ...bare.get(node.id),
      id: ids.get(node.id),
      ...("attachedTo" in node ? { attachedTo: ids.get(node.attachedTo) } : {}),
    })),
    edges: order.flatMap(({ id }) =>
      ordered(
        nodes,
        edges.filter(({ source }) => source === id),
        look,
      ).map(({ id: _, source, target, ...edge }) => ({
        source: ids.get(source),
        target: ids.get(target),
        ...edge,
      })),
    ),
  };
}

/** Where the first branch that fits is taken, their order counts; elsewhere lines stand by what they lead to. */
function ordered(
  nodes: readonly Node[],
  edges: readonly Edge[],
  look: ReadonlyMap<string, string>,
): readonly Edge[] {
  const kind = nodes.find(({ id }) => id === edges[0]?.source)?.kind;
  if (kind === "exclusive") return edges;
  return [...edges].sort((a, b) => compared(look.get(a.target) ?? "", look.get(b.target) ?? ""));
}

/** A step without its ids and its place, what is in it made canonical. */
function bareNode(node: Node, names: ReadonlyMap<string, string>, path: string): Record<string, unknown> {
  const { id: _, ...rest } = node;
  const bare: Record<string, unknown> = { ...rest };
  delete bare["position"];
  delete bare["size"];
  delete bare["attachedTo"];
  // What begins by nothing in particular may say so or not.
  if (node.kind === "start" && node.trigger?.type === "none") delete bare["trigger"];
  if (isContainer(node)) Object.assign(bare, inside(node, names, `${path}${hash(node.name)}.`));
  if ("form" in node && node.form !== undefined) bare["form"] = names.get(`form ${node.form}`) ?? node.form;
  if ("who" in node && node.who.type === "role")
    bare["who"] = { ...node.who, role: names.get(`role ${node.who.role}`) ?? node.who.role };
  if ("startableBy" in node)
    bare["startableBy"] = node.startableBy?.map((role) => names.get(`role ${role}`) ?? role).sort();
  if ("checklist" in node) bare["checklist"] = node.checklist?.map(({ id: __, ...item }) => item);
  return bare;
}

function refined(
  nodes: readonly Node[],
  edges: readonly Edge[],
  look: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    nodes.map((node) => {
      const out = ordered(
        nodes,
        edges.filter(({ source }) => source === node.id),
        look,
      ).map(({ id: _, source: __, target, ...edge }) => [edge, look.get(target)]);
      const into = edges
        .filter(({ target }) => target === node.id)
        .map(({ id: _, source, target: __, ...edge }) => hash([edge, look.get(source)]))
        .sort();
      const host = "attachedTo" in node ? look.get(node.attachedTo) : "";
      return [node.id, hash([look.get(node.id), out, into, host])];
    }),
  );
}

function renamed<T extends { readonly id: string }>(
  list: readonly T[],
  sort: string,
  names: Map<string, string>,
  bare: (each: T) => unknown,
): unknown[] {
  const order = [...list].sort((a, b) => compared(hash(bare(a)), hash(bare(b))));
  for (const [at, { id }] of order.entries()) names.set(`${sort} ${id}`, `${sort}${at + 1}`);
  return order.map((each, at) => ({ id: `${sort}${at + 1}`, ...(bare(each) as object) }));
}

function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(value)) ?? "")
    .digest("hex")
    .slice(0, 16);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same with the keys of every object in order, and without what is undefined. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => compared(a, b))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
