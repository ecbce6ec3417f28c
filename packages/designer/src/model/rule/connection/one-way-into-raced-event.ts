import type { ConnectionRule } from "./connection-rule.ts";

export const oneWayIntoRacedEvent: ConnectionRule = ({ source, target, index, redrawn }) => {
  const others = (index.incoming.get(target.id) ?? []).filter((edge) => edge.id !== redrawn);
  const raced = others.some((edge) => index.nodes.get(edge.source)?.node.kind === "eventBased");
  const wouldBeRaced = source.kind === "eventBased" && others.length > 0;
  return raced || wouldBeRaced
    ? {
        code: "connect.raced-event",
        message: {
          en: "This event belongs to “whichever comes first”; no other line may lead to it.",
          "zh-CN": "该事件属于“先到先走”，不能再有其他连线进入。",
        },
      }
    : null;
};
