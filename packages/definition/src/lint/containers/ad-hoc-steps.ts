import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** An ad-hoc block has no start and no end: its steps begin by hand, or all at once. */
export const adHocSteps: Rule = ({ scopes }, report) => {
  for (const { container, nodes, path } of scopes) {
    if (container?.kind !== "adHoc") continue;
    const block = nameParams("container", container);
    for (const { node, path: place } of nodes) {
      if (node.kind !== "start" && node.kind !== "end") continue;
      const params = { ...block, ...nameParams("step", node) };
      report.add("ad-hoc.start-or-end", { path: place, node: node.id, params });
    }
    if (container.ordering === "sequential" && container.start === "all") {
      report.add("ad-hoc.all-one-by-one", { path: `${path}/ordering`, node: container.id, params: block });
    }
  }
};
