import type { Drawing, DrawnEdge, Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

/** A line joins two steps of one level. */
export const edgeEnds: Rule = (drawing, report) => {
  for (const scope of drawing.scopes) {
    for (const drawn of scope.edges) {
      if (!drawn.source || !drawn.target) checkEnds(drawing, scope, drawn, report);
    }
  }
};

function checkEnds(drawing: Drawing, scope: Scope, drawn: DrawnEdge, report: Report): void {
  const { edge, path } = drawn;
  const source = drawing.nodes.get(edge.source);
  const target = drawing.nodes.get(edge.target);
  const step = source ? nameParams("step", source.node) : { step: edge.source };
  if (!source) {
    report.add("edge.source-unknown", {
      path: `${path}/source`,
      node: edge.id,
      params: { id: edge.source, ...report.suggest(edge.source, scope.byId.keys()) },
    });
  }
  if (!target) {
    report.add("edge.target-unknown", {
      path: `${path}/target`,
      node: edge.id,
      params: { id: edge.target, ...step, ...report.suggest(edge.target, scope.byId.keys()) },
    });
  }
  if (source && target) {
    report.add("edge.crosses-container", {
      path: `${path}/${drawn.source ? "target" : "source"}`,
      node: edge.id,
      params: { ...step, ...nameParams("target", target.node) },
    });
  }
}
