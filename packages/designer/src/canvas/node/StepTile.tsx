import { isActivity, isContainer } from "@flowright/definition";
import type { StepData } from "../../diagram/flow-elements.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { isGateway } from "../../model/geometry/size-of.ts";
import { laneMark } from "../lane/lanes-of.ts";
import type { StepLook } from "./step-look.ts";

/** A step seen from so far that only its place, its family and its state can be told. */
export function StepTile({ node, look }: StepData<StepLook>) {
  const shape = isGateway(node.kind)
    ? "fw-diamond"
    : isContainer(node) && !node.collapsed
      ? "fw-container"
      : isContainer(node) || isActivity(node)
        ? "fw-card"
        : "fw-event-ring";
  return (
    <div
      // React Flow measures where lines end on what has these names; they are measured anew when all is drawn again.
      className={`fw-tile ${shape} source target`}
      data-handlepos="right"
      data-family={elementTypeOf(node).family}
      data-problem={look.errors > 0 || undefined}
      data-laned={look.lane !== null || undefined}
      {...laneMark(look.lane)}
    />
  );
}
