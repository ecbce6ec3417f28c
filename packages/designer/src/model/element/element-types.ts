import type { Node } from "@flowright/definition";
import { BOUNDARIES } from "./boundaries.ts";
import { adHoc, eventSubProcess, plan, subProcess, transaction } from "./containers.ts";
import { complex, eventBased, exclusive, inclusive, parallel } from "./decisions.ts";
import type { ElementType } from "./element-type.ts";
import { ENDS } from "./ends.ts";
import { approval, manualTask, userTask } from "./people.ts";
import { STARTS } from "./starts.ts";
import { businessRuleTask, callActivity, receiveTask, scriptTask, sendTask, serviceTask } from "./systems.ts";
import { THROWS } from "./throws.ts";
import { WAITS } from "./waits.ts";

/** All that can be put on the canvas, in the order of the palette; what most flows need stands first in its family. */
export const ELEMENT_TYPES: readonly ElementType[] = [
  userTask,
  approval,
  manualTask,
  serviceTask,
  scriptTask,
  businessRuleTask,
  receiveTask,
  sendTask,
  callActivity,
  exclusive,
  parallel,
  eventBased,
  inclusive,
  complex,
  subProcess,
  plan,
  adHoc,
  eventSubProcess,
  transaction,
  ...commonFirst([...STARTS, ...WAITS, ...THROWS, ...ENDS, ...BOUNDARIES]),
];

function commonFirst(elements: readonly ElementType[]): ElementType[] {
  return [...elements.filter(({ common }) => common), ...elements.filter(({ common }) => !common)];
}

/** The type of an existing node. */
export function elementTypeOf(node: Node): ElementType {
  return ELEMENT_TYPES.find((type) => type.is(node)) ?? (ELEMENT_TYPES[0] as ElementType);
}

/** The type with this id. */
export function elementType(id: string): ElementType | null {
  return ELEMENT_TYPES.find((type) => type.id === id) ?? null;
}
