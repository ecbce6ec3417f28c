import { indexOf } from "../../document/index-of.ts";
import { withEdge } from "../../document/with-node.ts";
import { canConnect } from "../../rule/can-connect.ts";
import { type Command, refused } from "../command.ts";

/** Leads an existing line from or to another step; it keeps its name and condition. */
export function reconnect(
  edge: string,
  ends: { readonly source?: string | undefined; readonly target?: string | undefined },
): Command {
  return {
    label: { en: "Reconnect", "zh-CN": "改接连线" },
    execute(definition) {
      const placed = indexOf(definition).edges.get(edge);
      if (!placed) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const source = ends.source ?? placed.edge.source;
      const target = ends.target ?? placed.edge.target;
      const parent = placed.parent?.id ?? null;
      const allowed = canConnect(definition, source, target, edge);
      if (allowed !== true) return { ok: false, refusal: allowed };
      if ((indexOf(definition).nodes.get(source)?.parent?.id ?? null) !== parent) {
        return refused(
          "reconnect.other-container",
          "A line stays in its sub-process. Draw a new one there.",
          "连线不能移到另一个子流程，请在那里重新连线。",
        );
      }
      return {
        ok: true,
        definition: withEdge(definition, edge, (each) => ({ ...each, source, target })),
        selection: [edge],
      };
    },
  };
}
