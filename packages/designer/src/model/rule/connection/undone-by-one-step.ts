import { isActivity, type Node } from "@flowright/definition";
import type { DocumentIndex } from "../../document/index-of.ts";
import type { ConnectionRule } from "./connection-rule.ts";

/** What undoes a step stands beside the flow: one line leads to it, none away. */
export const undoneByOneStep: ConnectionRule = ({ source, target, index, redrawn }) => {
  if (isUndo(source)) {
    const others = (index.outgoing.get(source.id) ?? []).filter((edge) => edge.id !== redrawn);
    const into = (index.incoming.get(target.id) ?? []).filter((edge) => edge.id !== redrawn);
    const free = into.length === 0 && (index.outgoing.get(target.id) ?? []).length === 0;
    if (others.length === 0 && isActivity(target) && free) return null;
    return {
      code: "connect.undo-needs-own-step",
      message: {
        en: "Lead to one task that no other line touches: it undoes the work.",
        "zh-CN": "请连到一个没有其他连线的任务，由它执行撤销。",
      },
    };
  }
  return undoesSomething(source, index, redrawn) || undoesSomething(target, index, redrawn)
    ? {
        code: "connect.undoing-step",
        message: {
          en: "This step undoes another one and stands beside the flow.",
          "zh-CN": "该节点用于撤销，不在主流程中，不能有其他连线。",
        },
      }
    : null;
};

/** The event that leads to what undoes a step. */
function isUndo(node: Node | undefined): boolean {
  return node?.kind === "boundary" && node.event.type === "compensation";
}

/** Whether a step stands beside the flow to undo another one. */
export function undoesSomething(node: Node, index: DocumentIndex, redrawn: string | null = null): boolean {
  return (index.incoming.get(node.id) ?? []).some(
    (edge) => edge.id !== redrawn && isUndo(index.nodes.get(edge.source)?.node),
  );
}
