import type { Node, WorkflowDefinition } from "../generated/workflow.ts";
import { isContainer } from "../model/node-kinds.ts";
import { type FlowParts, NAMED_LISTS, type Part } from "./flow-parts.ts";

/**
 * Puts a flow together again from its parts. What stands in a container that is not there, hangs on a step that is not
 * there or joins such steps is left out.
 */
export function joinParts({ head, steps, lines }: FlowParts): WorkflowDefinition {
  const inside = Map.groupBy(steps, (step) => step["inside"] ?? null);
  const drawn = Map.groupBy(lines, (line) => line["inside"] ?? null);
  const build = (container: string | null): { nodes: unknown[]; edges: unknown[] } => {
    const standing = inside.get(container) ?? [];
    const ids = new Set(standing.map(({ id }) => id));
    const here = standing.filter(({ attachedTo }) => attachedTo === undefined || ids.has(String(attachedTo)));
    const ends = new Set(here.map(({ id }) => id));
    return {
      nodes: here.map((step) => {
        const { inside: _, ...fields } = step;
        return isContainer(fields as unknown as Node) ? { ...fields, ...build(step.id) } : fields;
      }),
      edges: (drawn.get(container) ?? [])
        .filter(({ source, target }) => ends.has(String(source)) && ends.has(String(target)))
        .map(({ inside: _, ...fields }) => fields),
    };
  };
  return { ...joinHead(head), ...build(null) } as unknown as WorkflowDefinition;
}

function joinHead(head: Part): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  const families = new Map<string, [string, unknown][]>();
  for (const [field, value] of Object.entries(head)) {
    const [family = "", ...rest] = field.split(".");
    if (value === undefined) continue;
    if (rest.length === 0) plain[field] = value;
    else families.set(family, [...(families.get(family) ?? []), [rest.join("."), value]]);
  }
  const { variables: rules, ...others } = plain;
  const fields = families.get("variables");
  const settings = families.get("settings");
  const drawing = families.get("drawing");
  return {
    ...others,
    ...(rules === undefined && fields === undefined
      ? {}
      : {
          variables: { type: "object", ...(rules as object), properties: Object.fromEntries(fields ?? []) },
        }),
    ...Object.fromEntries(
      NAMED_LISTS.flatMap((name) => {
        const list = families.get(name);
        return list === undefined ? [] : [[name, list.map(([, value]) => value)]];
      }),
    ),
    ...(settings === undefined ? {} : { settings: Object.fromEntries(settings) }),
    ...(drawing === undefined ? {} : { drawing: joinDrawing(drawing) }),
  };
}

/** Fields such as `notes.n1`, `places.notes.n1`, `places.lines.e1` and `kept`. */
function joinDrawing(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const drawing: Record<string, unknown> = {};
  const lists = new Map<string, Map<string, object>>();
  for (const [field, value] of fields) {
    const [, placed, list, id] = /^(places\.)?([a-z]+)\.(.+)$/.exec(field) ?? [];
    if (list === undefined || id === undefined) {
      drawing[field] = value;
      continue;
    }
    const alone = list === "lines" || list === "shapes";
    // A place of a note that is gone says nothing.
    if (placed !== undefined && !alone && !fields.some(([other]) => other === `${list}.${id}`)) continue;
    const members = lists.get(list) ?? new Map<string, object>();
    members.set(id, { ...members.get(id), ...defined(value as object) });
    lists.set(list, members);
  }
  for (const [list, members] of lists) drawing[list] = [...members.values()];
  return drawing;
}

function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
