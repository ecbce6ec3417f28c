import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { NodeOverlay, Overlays } from "../diagram/overlay/node-overlay.ts";
import { mapped } from "../model/document/container.ts";
import { indexOf } from "../model/document/index-of.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { withGroups } from "../model/group/with-groups.ts";
import { readingOrder } from "../model/walk/neighbour-of.ts";

/** Below this zoom names can hardly be read. */
const READABLE = 0.4;

/** The definition with these sub-processes folded and the others open. */
export function folded(definition: WorkflowDefinition, ids: ReadonlySet<string>): WorkflowDefinition {
  const visit = (nodes: Node[]): Node[] =>
    mapped(nodes, (node) => {
      if (!isContainer(node)) return node;
      const inner = visit(node.nodes);
      const fold = ids.has(node.id);
      if (inner === node.nodes && fold === (node.collapsed ?? false)) return node;
      return { ...node, nodes: inner, collapsed: fold };
    });
  const nodes = visit(definition.nodes);
  return nodes === definition.nodes ? definition : { ...definition, nodes };
}

/** The sub-processes that are folded in the document. */
export function foldedIn(definition: WorkflowDefinition): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { node } of indexOf(definition).nodes.values()) {
    if (isContainer(node) && node.collapsed) ids.add(node.id);
  }
  return ids;
}

/** The definition with these of its groups folded that are open in it, and the other way round. */
export function withGroupsToggled(
  definition: WorkflowDefinition,
  toggled: ReadonlySet<string>,
): WorkflowDefinition {
  return withGroups(definition, (groups) =>
    groups.map((group) =>
      toggled.has(group.id) ? { ...group, collapsed: group.collapsed !== true } : group,
    ),
  );
}

/** Whether the same sub-processes are folded. */
export function sameSubProcesses(one: WorkflowDefinition, other: WorkflowDefinition): boolean {
  const { nodes } = indexOf(other);
  return [...indexOf(one).nodes.values()].every(({ node }) => {
    const there = nodes.get(node.id)?.node;
    return !there || !isContainer(node) || !isContainer(there) || !node.collapsed === !there.collapsed;
  });
}

/** Whether the whole flow, fitted into a frame, would be too small to read. */
export function isTooLong(definition: WorkflowDefinition, width: number): boolean {
  if (width <= 0) return false;
  const places = placesOf(definition);
  const outer = definition.nodes.flatMap((node) => places.get(node.id) ?? []);
  const right = Math.max(0, ...outer.map((place) => place.x + place.width));
  const left = Math.min(right, ...outer.map((place) => place.x));
  return (right - left) * READABLE > width;
}

/** All sub-processes that are not inside another. */
export function outerSubProcesses(definition: WorkflowDefinition): ReadonlySet<string> {
  return new Set(definition.nodes.flatMap((node) => (isContainer(node) ? [node.id] : [])));
}

/** What a folded sub-process shows: its own overlay and the sums of all inside, so that nothing is hidden. */
export function overlayWithInside(
  definition: WorkflowDefinition,
  id: string,
  overlays: Overlays,
): NodeOverlay | null {
  const own = overlays[id];
  const node = indexOf(definition).nodes.get(id)?.node;
  if (!node || !isContainer(node) || !node.collapsed) return own ?? null;
  const inside = overlaysInside(node.nodes, overlays);
  if (inside.length === 0) return own ?? null;
  const sum = (key: "waiting" | "overdue" | "incidents") =>
    inside.reduce((total, overlay) => total + (overlay[key] ?? 0), 0);
  const state = own?.state ?? (inside.some((overlay) => overlay.state === "current") ? "current" : undefined);
  return {
    ...own,
    // What waits inside is not counted again where the sub-process itself is said to wait.
    waiting: Math.max(own?.waiting ?? 0, sum("waiting")),
    overdue: Math.max(own?.overdue ?? 0, sum("overdue")),
    incidents: Math.max(own?.incidents ?? 0, sum("incidents")),
    ...hottest([own ?? {}, ...inside]),
    ...(state ? { state } : {}),
  };
}

/** The hottest of them; nothing where none has a heat. */
function hottest(overlays: readonly NodeOverlay[]): { readonly heat?: number } {
  const heats = overlays.flatMap(({ heat }) => (heat === undefined ? [] : [heat]));
  return heats.length === 0 ? {} : { heat: Math.max(...heats) };
}

function overlaysInside(nodes: readonly Node[], overlays: Overlays): NodeOverlay[] {
  return nodes.flatMap((node) => [
    ...(overlays[node.id] ? [overlays[node.id] as NodeOverlay] : []),
    ...(isContainer(node) ? overlaysInside(node.nodes, overlays) : []),
  ]);
}

/** The step that a small picture shows first: an incident, else where the case stands, else the beginning. */
export function whereToLook(definition: WorkflowDefinition, overlays: Overlays): string | null {
  const shown = readingOrder(definition).map((id) => ({
    id,
    overlay: overlayWithInside(definition, id, overlays),
  }));
  const found =
    shown.find(({ overlay }) => (overlay?.incidents ?? 0) > 0) ??
    shown.find(({ overlay }) => overlay?.state === "current" || (overlay?.waiting ?? 0) > 0) ??
    shown[0];
  return found?.id ?? null;
}
