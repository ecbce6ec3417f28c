import type { Node } from "@flowright/definition";
import { boundaryError, boundaryMessage, boundaryTimer } from "./boundaries.ts";
import { subProcess } from "./containers.ts";
import { eventBased, exclusive, parallel } from "./decisions.ts";
import type { ElementType } from "./element-type.ts";
import {
  endError,
  endNone,
  endTerminate,
  messageCatch,
  startMessage,
  startNone,
  timerCatch,
} from "./events.ts";
import { approval, userTask } from "./people.ts";
import { receiveTask, scriptTask, serviceTask } from "./systems.ts";

/** All that can be put on the canvas, in the order of the palette. */
export const ELEMENT_TYPES: readonly ElementType[] = [
  userTask,
  approval,
  serviceTask,
  scriptTask,
  receiveTask,
  exclusive,
  parallel,
  eventBased,
  subProcess,
  startNone,
  startMessage,
  timerCatch,
  messageCatch,
  endNone,
  endTerminate,
  endError,
  boundaryTimer,
  boundaryMessage,
  boundaryError,
];

/** The type of an existing node. */
export function elementTypeOf(node: Node): ElementType {
  return ELEMENT_TYPES.find((type) => type.is(node)) ?? (ELEMENT_TYPES[0] as ElementType);
}

/** The type with this id. */
export function elementType(id: string): ElementType | null {
  return ELEMENT_TYPES.find((type) => type.id === id) ?? null;
}
