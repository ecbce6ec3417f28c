import type { DocumentIndex } from "../../document/index-of.ts";
import type { ConnectionRule } from "./connection-rule.ts";

/** Lines of a plan say what waits for what: from work to work, and never round in a circle. */
export const planLines: ConnectionRule = ({ source, target, index, redrawn }) => {
  if (index.nodes.get(source.id)?.parent?.kind !== "plan") return null;
  if (source.kind === "boundary") {
    return {
      code: "connect.from-event-in-plan",
      message: {
        en: "In a plan lines only say what waits for what. Put the step and its event into a sub-process.",
        "zh-CN": "计划中的连线只表示先后依赖。请把节点及其事件放入子流程。",
      },
    };
  }
  return leadsTo(index, target.id, source.id, redrawn)
    ? {
        code: "connect.plan-cycle",
        message: {
          en: "These steps would wait for each other and never begin.",
          "zh-CN": "这样会互相等待，永远无法开始。",
        },
      }
    : null;
};

function leadsTo(index: DocumentIndex, from: string, to: string, redrawn: string | null): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const edge of index.outgoing.get(id) ?? []) if (edge.id !== redrawn) seen.add(edge.target);
  }
  return false;
}
