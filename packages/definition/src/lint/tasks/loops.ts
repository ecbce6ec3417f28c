import { isActivity } from "../../model/node-kinds.ts";
import { isWritableName } from "../data/field-names.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Names that a step which is done several times has a meaning for. */
const TAKEN: ReadonlySet<string> = new Set([
  "index",
  "numberOfInstances",
  "numberOfActiveInstances",
  "numberOfCompletedInstances",
  "numberOfTerminatedInstances",
]);

/** The name of an item can be written in expressions and hides nothing. */
export const loops: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (!isActivity(node) || node.loop?.type !== "multiInstance") continue;
      const { item } = node.loop;
      if (item === undefined) continue;
      const finding = {
        path: `${path}/loop/item`,
        node: node.id,
        params: { ...nameParams("step", node), item },
      };
      if (!isWritableName(item) || TAKEN.has(item)) report.add("loop.item-invalid", finding);
      else if (Object.hasOwn(scope.variables, item)) report.add("loop.item-hides", finding);
    }
  }
};
