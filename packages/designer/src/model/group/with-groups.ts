import type { DrawingGroup, WorkflowDefinition } from "@flowright/definition";

/** The definition with other groups; what becomes empty by it goes. */
export function withGroups(
  definition: WorkflowDefinition,
  change: (groups: readonly DrawingGroup[]) => readonly DrawingGroup[],
): WorkflowDefinition {
  const before = definition.drawing?.groups ?? [];
  const after = change(before);
  if (after.length === before.length && after.every((group, at) => group === before[at])) return definition;
  const { groups: _, ...rest } = definition.drawing ?? {};
  const drawing = after.length === 0 ? rest : { ...rest, groups: [...after] };
  if (Object.keys(drawing).length > 0) return { ...definition, drawing };
  const { drawing: __, ...bare } = definition;
  return bare;
}
