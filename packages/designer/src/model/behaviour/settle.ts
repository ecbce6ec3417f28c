import type { WorkflowDefinition } from "@flowright/definition";
import type { Behaviour } from "./behaviour.ts";
import { branchSlots } from "./branch-slots.ts";
import { keepGroups } from "./keep-groups.ts";
import { keepPlaces } from "./keep-places.ts";
import { makeRoom } from "./make-room.ts";
import { outcomeSlots } from "./outcome-slots.ts";
import { removeOrphans } from "./remove-orphans.ts";
import { singleDefault } from "./single-default.ts";

/** In the order in which they run: the places first, because they look at what was shown before. */
const BEHAVIOURS: readonly Behaviour[] = [
  removeOrphans,
  keepPlaces,
  makeRoom,
  branchSlots,
  singleDefault,
  outcomeSlots,
  keepGroups,
];

/** Runs every behaviour over what a command made. */
export function settle(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDefinition {
  return before === after ? after : BEHAVIOURS.reduce((made, behaviour) => behaviour(before, made), after);
}
