import type { Problem } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { updateEdge } from "../../model/command/content/update-edge.ts";
import { insertJoin } from "../../model/command/repair/insert-join.ts";
import { replaceKind } from "../../model/command/replace/replace-kind.ts";
import { elementType } from "../../model/element/element-types.ts";
import type { QuickFix } from "./quick-fix.ts";

/** Whether a problem comes from playing the flow through. */
export function isFinding(problem: Problem): problem is ProofFinding {
  return "moves" in problem;
}

/** The edit that a finding proposes: it was tried on a copy, and the finding was gone. */
export function repairOf(problem: Problem): QuickFix | null {
  const repair = isFinding(problem) ? problem.repair : undefined;
  switch (repair?.kind) {
    case "replace-kind": {
      const element = elementType(repair.to);
      return (
        element && {
          text: "useInstead",
          params: { en: element.name.en, "zh-CN": element.name["zh-CN"] },
          command: replaceKind(repair.node, element),
        }
      );
    }
    case "insert-join":
      return { text: "joinFirst", command: insertJoin(repair.before, repair.to) };
    case "set-default":
      return { text: "thisOtherwise", command: updateEdge(repair.edge, { default: true }) };
    case undefined:
      return null;
  }
}
