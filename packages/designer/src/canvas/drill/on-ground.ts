import type { WorkflowDefinition } from "@flowright/definition";
import { chainTo, isOnGround } from "./ground.ts";

interface Drawn {
  readonly id: string;
  readonly hidden?: boolean | undefined;
}

/**
 * What of a drawing stands on a ground. The sub-processes around it stay, unseen, because the places of what is in
 * them count from theirs.
 */
export function onGround<T extends Drawn>(
  drawn: readonly T[],
  definition: WorkflowDefinition,
  ground: string | null,
): readonly T[] {
  if (ground === null) return drawn;
  const around = new Set(chainTo(definition, ground));
  return drawn.flatMap((each) => {
    if (isOnGround(definition, each.id, ground)) return [each];
    return around.has(each.id) ? [{ ...each, hidden: true }] : [];
  });
}
