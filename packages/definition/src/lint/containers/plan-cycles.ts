import type { Node } from "../../generated/workflow.ts";
import { textOf } from "../../model/text-of.ts";
import { shown } from "../../schema/value-names.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Steps of a plan that wait for each other in a circle never begin. */
export const planCycles: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const { container } = scope;
    if (container?.kind !== "plan") continue;
    for (const circle of circlesOf(scope)) {
      const [first] = circle;
      const placed = first && scope.byId.get(first.id);
      if (!placed) continue;
      report.add("plan.cycle", {
        path: placed.path,
        node: placed.node.id,
        params: {
          ...nameParams("container", container),
          circle: inWords(circle, "en"),
          "circle:zh-CN": inWords(circle, "zh-CN"),
        },
      });
    }
  }
};

/** A circle as a list of names that ends where it began; of a long one its beginning. */
function inWords(circle: readonly Node[], language: "en" | "zh-CN"): string {
  const names = circle
    .slice(0, MOST_NAMES)
    .map((node) => `“${shown(textOf(node.name, language)) || node.id}”`);
  const rest = circle.length > MOST_NAMES ? ["…"] : [];
  return [...names, ...rest, names[0] ?? ""].join(" → ");
}

const MOST_NAMES = 8;

/** More are not told: whoever breaks these sees the next. */
const MOST_CIRCLES = 20;

/** Circles that no two share a step of, each in the direction of the lines; found by one walk in depth. */
function circlesOf(scope: Scope): Node[][] {
  const done = new Set<Node>();
  const told = new Set<Node>();
  const circles: Node[][] = [];
  for (const { node: root } of scope.nodes) {
    if (done.has(root)) continue;
    const path: Node[] = [];
    const placeOf = new Map<Node, number>();
    const open: { node: Node; next: Node[] }[] = [];
    const enter = (node: Node) => {
      placeOf.set(node, path.length);
      path.push(node);
      open.push({ node, next: scope.outgoing(node).flatMap(({ target }) => target?.node ?? []) });
    };
    enter(root);
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const following = at.next.pop();
      if (following === undefined) {
        open.pop();
        path.pop();
        placeOf.delete(at.node);
        done.add(at.node);
      } else if (!placeOf.has(following)) {
        if (!done.has(following)) enter(following);
      } else if (!told.has(following)) {
        const circle = path.slice(placeOf.get(following));
        if (!circle.some((node) => told.has(node))) circles.push(circle);
        if (circles.length >= MOST_CIRCLES) return circles;
        for (const node of circle) told.add(node);
      }
    }
  }
  return circles;
}
