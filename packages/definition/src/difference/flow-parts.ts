import type { Drawing, Node, WorkflowDefinition } from "../generated/workflow.ts";
import { edgesOf, nodesOf } from "../model/walk.ts";

/** A piece of a flow as it is compared and merged: a flat record of fields under an id. */
export interface Part {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A flow taken apart: what belongs to it as a whole, its steps and its lines on all levels. */
export interface FlowParts {
  readonly head: Part;
  readonly steps: readonly Part[];
  readonly lines: readonly Part[];
}

/** How a step is placed says nothing of what it does. */
const PLACES = new Set(["position", "size", "collapsed"]);
const PLACES_OF_DRAWING = "drawing.places.";

/** Lists of the head whose members are told by an id; each member is a field of its own, e.g. `roles.manager`. */
export const NAMED_LISTS = ["roles", "forms", "scenarios"] as const;

/** True for a field that says where something is drawn and not what it does. */
export function isPlaceField(field: string): boolean {
  return PLACES.has(field) || field.startsWith(PLACES_OF_DRAWING);
}

/** Takes a flow apart. */
export function partsOf(definition: WorkflowDefinition): FlowParts {
  return { head: headOf(definition), steps: stepsOf(definition), lines: linesOf(definition) };
}

/** The rest of a flow, with each variable, role, form, setting and note as a field of its own. */
function headOf(definition: WorkflowDefinition): Part {
  const { nodes, edges, variables, roles, forms, scenarios, settings, drawing, ...head } = definition;
  const { properties = {}, ...rules } = variables ?? {};
  return {
    ...head,
    ...(variables === undefined ? {} : { variables: rules }),
    ...under("variables", Object.entries(properties)),
    ...under("roles", byId(roles)),
    ...under("forms", byId(forms)),
    ...under("scenarios", byId(scenarios)),
    ...under("settings", Object.entries(settings ?? {})),
    ...drawingFields(drawing ?? {}),
  };
}

/** A note, group or lane: what it says, and where it stands. */
interface Placed {
  readonly id: string;
  readonly position?: unknown;
  readonly size?: unknown;
  readonly collapsed?: boolean;
}

/** Notes, groups and lanes; where they stand, and the ways of lines, are fields of their own. */
function drawingFields({ notes, groups, lanes, lines, shapes, ...kept }: Drawing): Record<string, unknown> {
  const named: Record<string, readonly Placed[] | undefined> = { notes, groups, lanes };
  const fields: Record<string, unknown> = { ...under("drawing", Object.entries(kept)) };
  for (const [name, list] of Object.entries(named)) {
    for (const { position, size, collapsed, ...one } of listed(list)) {
      fields[`drawing.${name}.${one.id}`] = one;
      const place = { position, size, collapsed };
      if (Object.values(place).some((value) => value !== undefined))
        fields[`${PLACES_OF_DRAWING}${name}.${one.id}`] = place;
    }
  }
  for (const line of listed(lines)) fields[`${PLACES_OF_DRAWING}lines.${line.edge}`] = line;
  for (const shape of listed(shapes)) fields[`${PLACES_OF_DRAWING}shapes.${shape.node}`] = shape;
  return fields;
}

function byId<One extends { readonly id: string }>(list: readonly One[] | undefined) {
  return listed(list).map((one) => [one.id, one] as const);
}

/** A draft that something else saved may have anything there. */
function listed<One>(list: readonly One[] | undefined): readonly One[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === "object" && one !== null) : [];
}

function under(name: string, entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, value]) => [`${name}.${key}`, value]));
}

/** Steps on all levels; where one lies is one of its fields. */
function stepsOf(definition: WorkflowDefinition): Part[] {
  return [...nodesOf(definition)].map(({ node, container }) => {
    const { nodes, edges, ...fields } = node as Node & { nodes?: unknown; edges?: unknown };
    return { ...fields, ...(container === null ? {} : { inside: container.id }) };
  });
}

function linesOf(definition: WorkflowDefinition): Part[] {
  return [...edgesOf(definition)].map(({ edge, container }) => ({
    ...edge,
    ...(container === null ? {} : { inside: container.id }),
  }));
}
