import type { Rule } from "../drawing.ts";

/** Steps and lines share one set of ids over all levels: events, history and links name them by id alone. */
export const uniqueIds: Rule = ({ scopes }, report) => {
  const seen = new Set<string>();
  const visit = (id: string, path: string) => {
    if (seen.has(id)) report.add("id.duplicate", { path: `${path}/id`, node: id, params: { id } });
    seen.add(id);
  };
  for (const scope of scopes) {
    for (const { node, path } of [...scope.nodes, ...scope.duplicates]) visit(node.id, path);
    for (const { edge, path } of scope.edges) visit(edge.id, path);
  }
};
