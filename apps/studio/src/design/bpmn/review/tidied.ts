import { type Drawing, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { placesOf } from "@flowright/designer/model";

/**
 * A flow without the places that another tool gave its parts, so that it is arranged afresh. Steps here are wider than
 * elsewhere, and on their old places they may cover each other.
 */
export function tidied(definition: WorkflowDefinition): WorkflowDefinition {
  const { drawing, ...rest } = withoutPlaces(definition);
  return { ...rest, ...(drawing === undefined ? {} : { drawing: withoutFrames(drawing) }) };
}

/** Whether any two steps of a flow would cover each other as they are placed. */
export function stepsOverlap(definition: WorkflowDefinition): boolean {
  const places = placesOf(definition);
  const among = (nodes: readonly Node[]): boolean => {
    const drawn = nodes.flatMap((node) => {
      const place = node.kind === "boundary" ? undefined : places.get(node.id);
      return place === undefined
        ? []
        : { ...place, right: place.x + place.width, bottom: place.y + place.height };
    });
    drawn.sort((one, other) => one.x - other.x);
    for (const [index, one] of drawn.entries()) {
      for (let at = index + 1; at < drawn.length; at++) {
        const other = drawn[at];
        if (other === undefined || other.x >= one.right) break;
        if (other.y < one.bottom && one.y < other.bottom) return true;
      }
    }
    return nodes.some((node) => isContainer(node) && !node.collapsed && among(node.nodes));
  };
  return among(definition.nodes);
}

function withoutPlaces<T extends Pick<WorkflowDefinition, "nodes">>(scope: T): T {
  const nodes = scope.nodes.map((node): Node => {
    const { position: _, ...placeless } = node;
    if (!isContainer(node)) return placeless as Node;
    const { size: __, ...sizeless } = withoutPlaces(placeless as typeof node);
    return sizeless as Node;
  });
  return { ...scope, nodes };
}

/** Notes, groups and lanes stay for what they say; where they stood belongs to the old places. */
function withoutFrames(drawing: Drawing): Drawing {
  const { lines: _, shapes: __, ...kept } = drawing;
  const frameless = <F extends { readonly position?: unknown; readonly size?: unknown }>(
    frames: readonly F[],
  ) => frames.map(({ position: _at, size: _size, ...rest }) => rest as unknown as F);
  return {
    ...kept,
    ...(kept.notes === undefined ? {} : { notes: frameless(kept.notes) }),
    ...(kept.groups === undefined ? {} : { groups: frameless(kept.groups) }),
    ...(kept.lanes === undefined ? {} : { lanes: frameless(kept.lanes) }),
  };
}
