import type { PlacedNode } from "../../model/walk.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";
import { eventOf } from "./events-of.ts";

/** A link goes on at the one place of the same level that has its name; no line takes part in it. */
export const links: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const catches = Map.groupBy(
      scope.nodes.filter(({ node }) => node.kind === "catch" && linkName(node) !== null),
      ({ node }) => linkName(node),
    );
    for (const [name, found] of catches) {
      for (const { node, path } of found.slice(1)) {
        const params = { ...nameParams("step", node), name: name ?? "", count: found.length };
        report.add("link.catch-several", { path: `${path}/event/name`, node: node.id, params });
      }
    }
    for (const placed of scope.nodes) checkLink(scope, placed, new Set(catches.keys()), report);
  }
};

/** The name of a link, at the end that leaves or the end that arrives. */
export function linkName(node: PlacedNode["node"]): string | null {
  const event = eventOf(node)?.event;
  return event?.type === "link" ? event.name : null;
}

function checkLink(
  scope: Scope,
  { node, path }: PlacedNode,
  caught: ReadonlySet<string | null>,
  report: Report,
): void {
  const name = linkName(node);
  if (name === null) return;
  const params = { ...nameParams("step", node), name };
  if (node.kind === "catch") {
    for (const edge of scope.incoming(node)) {
      report.add("link.incoming", { path: `${edge.path}/target`, node: node.id, params });
    }
    return;
  }
  for (const edge of scope.outgoing(node)) {
    report.add("link.outgoing", { path: `${edge.path}/source`, node: node.id, params });
  }
  if (caught.has(name)) return;
  const suggested = report.suggest(
    name,
    [...caught].flatMap((each) => each ?? []),
  );
  report.add("link.catch-missing", {
    path: `${path}/event/name`,
    node: node.id,
    params: { ...params, ...suggested },
  });
}
