import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { canConnect } from "../../rule/can-connect.ts";
import type { Command } from "../command.ts";

/** Draws a line between two steps. */
export function connect(source: string, target: string): Command {
  return {
    label: { en: "Connect", "zh-CN": "连线" },
    execute(definition) {
      const allowed = canConnect(definition, source, target);
      if (allowed !== true) return { ok: false, refusal: allowed };
      const id = idsFor(definition)("edge");
      const parent = indexOf(definition).nodes.get(source)?.parent?.id ?? null;
      return {
        ok: true,
        definition: withContainer(definition, parent, ({ nodes, edges }) => ({
          nodes,
          edges: [...edges, { id, source, target }],
        })),
        selection: [id],
      };
    },
  };
}
