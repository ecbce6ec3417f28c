import { type Node, nodesOf, textOf, type WorkflowDefinition } from "@flowright/definition";

/** A step where something stands and that another version does not have under its id. */
export interface MissingStep {
  readonly from: Node;
  /** Steps of the other version of the same kind that this version does not have under their id come first. */
  readonly choices: readonly Node[];
  /** The one that is meant most likely; null where none is. */
  readonly suggestion: string | null;
}

/** Steps that need another place in the other version, each with what it may become. */
export function missingSteps(
  from: WorkflowDefinition,
  to: WorkflowDefinition,
  standing: readonly string[],
): MissingStep[] {
  const before = byId(from);
  const after = byId(to);
  return [...new Set(standing)].flatMap((id) => {
    const node = before.get(id);
    if (node === undefined || after.get(id)?.kind === node.kind) return [];
    const fits = [...after.values()].filter(({ kind }) => kind === node.kind);
    const choices = fits.toSorted((a, b) => Number(before.has(a.id)) - Number(before.has(b.id)));
    const named = choices.filter((one) => one.name !== undefined && sameName(one, node));
    const added = choices.filter((one) => !before.has(one.id));
    const likely = named.length === 1 ? named : added.length === 1 ? added : [];
    return [{ from: node, choices, suggestion: likely[0]?.id ?? null }];
  });
}

function byId(definition: WorkflowDefinition): Map<string, Node> {
  return new Map([...nodesOf(definition)].map(({ node }) => [node.id, node]));
}

function sameName(a: Node, b: Node): boolean {
  return textOf(a.name, "en") === textOf(b.name, "en");
}
