import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { arranged } from "#arrange";
import type { Container } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { boundsOf } from "./bounds.ts";
import { freePlace } from "./free-place.ts";
import { arrangedPlacesOf, type Places, placesOf } from "./places-of.ts";
import { EVENT, type Place } from "./size-of.ts";

/**
 * Where steps go when a flow is tidied up, by id, relative to their container. With two or more steps in `only` these
 * alone are arranged, level by level, and beside what stays where it is; one sub-process alone has its inside arranged;
 * else it is the whole flow.
 */
export function tidiedPlaces(definition: WorkflowDefinition, only: readonly string[] = []): Places {
  const { nodes } = indexOf(definition);
  const chosen = only.flatMap((id) => nodes.get(id) ?? []).filter(({ node }) => node.kind !== "boundary");
  const [first, ...more] = chosen;
  if (!first) return arrangedPlacesOf(definition);
  if (more.length === 0) {
    if (!isContainer(first.node)) return arrangedPlacesOf(definition);
    const inside = new Set(stepsInside(first.node));
    return new Map([...arrangedPlacesOf(definition)].filter(([id]) => inside.has(id)));
  }
  const places = new Map<string, Place>();
  for (const [parent, list] of Map.groupBy(chosen, ({ parent }) => parent)) {
    const ids = new Set(list.map(({ node }) => node.id));
    for (const [id, place] of tidiedPart(parent ?? definition, ids, placesOf(definition)))
      places.set(id, place);
  }
  return places;
}

/** Some steps of one level, arranged where they stand; further down if they would cover others there. */
function tidiedPart(container: Container, ids: ReadonlySet<string>, seen: Places): Map<string, Place> {
  const placesIn = (chosen: boolean) =>
    container.nodes.flatMap((node) =>
      node.kind !== "boundary" && ids.has(node.id) === chosen ? (seen.get(node.id) ?? []) : [],
    );
  const before = boundsOf(placesIn(true));
  if (!before || ids.size < 2) return new Map();
  const part: Container = {
    nodes: container.nodes.filter((node) => ids.has(node.kind === "boundary" ? node.attachedTo : node.id)),
    edges: container.edges,
  };
  const made = arranged(part, (id) => seen.get(id) ?? EVENT, before);
  const now = boundsOf([...made.values()]);
  if (!now) return made;
  const free = freePlace(now, placesIn(false));
  return new Map(
    [...made].map(([id, place]) => [
      id,
      { ...place, x: place.x + free.x - now.x, y: place.y + free.y - now.y },
    ]),
  );
}

function stepsInside({ nodes }: Container): string[] {
  return nodes.flatMap((node: Node) => [node.id, ...(isContainer(node) ? stepsInside(node) : [])]);
}
