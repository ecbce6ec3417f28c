import type { Rule } from "../drawing.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";

/** Ids are keys of objects in states and answers. */
export const reservedIds: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const named = [
      ...scope.nodes.map(({ node, path }) => ({ id: node.id, path })),
      ...scope.edges.map(({ edge, path }) => ({ id: edge.id, path })),
    ];
    for (const { id, path } of named) {
      if (RESERVED_NAMES.has(id)) report.add("id.reserved", { path: `${path}/id`, node: id, params: { id } });
    }
  }
};
