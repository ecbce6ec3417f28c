import {
  type Node,
  type SubProcess,
  validateDefinition,
  type WorkflowDefinition,
} from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { containerOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { subProcess } from "../../element/containers.ts";
import { boundsOf } from "../../geometry/bounds.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { CARD, EVENT, GAP, PADDING, type Place, snapped } from "../../geometry/size-of.ts";
import { withGroups } from "../../group/with-groups.ts";
import { type Command, refused } from "../command.ts";
import { type Extract, extractOf } from "./extract-of.ts";

/**
 * Makes selected steps a sub-process of the flow, folded where they stood: what led to them leads to it, what followed
 * them follows it. Refused where that would change what the flow does.
 */
export function extract(ids: readonly string[]): Command {
  return {
    label: { en: "Make a sub-process", "zh-CN": "提取为子流程" },
    execute(definition) {
      const found = extractOf(definition, ids);
      if ("refusal" in found) return { ok: false, refusal: found.refusal };
      const container = containerOf(definition, found.container);
      if (!container) return refused("container.unknown", "That sub-process is gone.", "该子流程已不存在。");
      const newId = idsFor(definition);
      const made = subProcessOf(definition, found, newId);
      const { entries, exits, steps } = found;
      // Where the steps ended the flow, it ends behind the sub-process.
      const end = exits[0] === undefined ? endBehind(made, newId) : null;
      const target = exits[0]?.target ?? end?.id ?? "";
      const gone = new Set(exits.map(({ id }) => id));
      const led = new Set(entries.map(({ id }) => id));
      const next = withContainer(definition, found.container, ({ nodes, edges }) => ({
        nodes: [...replaced(nodes, steps, made), ...(end ? [end] : [])],
        edges: [
          ...edges.flatMap((edge) => {
            if (gone.has(edge.id) || (steps.has(edge.source) && steps.has(edge.target))) return [];
            return led.has(edge.id) ? [{ ...edge, target: made.id }] : [edge];
          }),
          { id: newId("edge"), source: made.id, target },
        ],
      }));
      const moved = groupsMoved(next, steps, made.id);
      const wrong = newError(definition, moved);
      if (wrong) return { ok: false, refusal: { code: `extract.${wrong.code}`, message: wrong.message } };
      return { ok: true, definition: moved, selection: [made.id] };
    },
  };
}

function subProcessOf(
  definition: WorkflowDefinition,
  { steps, entry, exits, container }: Extract,
  newId: (prefix: string) => string,
): SubProcess {
  const places = placesOf(definition);
  const around = containerOf(definition, container);
  const inner = around?.nodes.filter(({ id }) => steps.has(id)) ?? [];
  const lines = around?.edges.filter(({ source, target }) => steps.has(source) && steps.has(target)) ?? [];
  const bounds = boundsOf(inner.flatMap(({ id }) => places.get(id) ?? [])) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const entryPlace = places.get(entry) ?? bounds;
  const exitPlace = places.get(exits[0]?.source ?? "") ?? bounds;
  // Inside, the steps stand as they stood to each other, with room for a start before them.
  const shift = { x: PADDING.left + EVENT.width + GAP.x - bounds.x, y: PADDING.top - bounds.y };
  const id = newId(subProcess.kind);
  const start = event(newId("start"), "start", {
    x: PADDING.left,
    y: entryPlace.y + entryPlace.height / 2 + shift.y - EVENT.height / 2,
  });
  const end =
    exits.length === 0
      ? null
      : event(newId("end"), "end", {
          x: bounds.x + bounds.width + shift.x + GAP.x,
          y: exitPlace.y + exitPlace.height / 2 + shift.y - EVENT.height / 2,
        });
  const place = snapped({
    ...CARD,
    x: entryPlace.x,
    y: entryPlace.y + entryPlace.height / 2 - CARD.height / 2,
  });
  return {
    id,
    kind: "subProcess",
    name: { en: subProcess.name.en, "zh-CN": subProcess.name["zh-CN"] },
    position: { x: place.x, y: place.y },
    collapsed: true,
    nodes: [start, ...inner.map((node) => shifted(node, places.get(node.id), shift)), ...(end ? [end] : [])],
    edges: [
      { id: newId("edge"), source: start.id, target: entry },
      ...lines,
      // What a line asks for is asked inside; from there on the way is one.
      ...(end ? exits.map((edge) => ({ ...edge, target: end.id })) : []),
    ],
  };
}

function event(id: string, kind: "start" | "end", position: { x: number; y: number }): Node {
  return { id, kind, position };
}

function endBehind({ position }: SubProcess, newId: (prefix: string) => string): Node {
  return event(newId("end"), "end", {
    x: (position?.x ?? 0) + CARD.width + GAP.x,
    y: (position?.y ?? 0) + (CARD.height - EVENT.height) / 2,
  });
}

function shifted(node: Node, place: Place | undefined, by: { x: number; y: number }): Node {
  if (node.kind === "boundary" || !place) return node;
  return { ...node, position: { x: place.x + by.x, y: place.y + by.y } };
}

/** In the place of the first of the steps, so that the order of the document stays what it was. */
function replaced(nodes: readonly Node[], steps: ReadonlySet<string>, made: Node): Node[] {
  const first = nodes.findIndex(({ id }) => steps.has(id));
  return nodes.flatMap((node, at) => (at === first ? [made] : steps.has(node.id) ? [] : [node]));
}

/** A group whose steps all went inside goes with them; of others the sub-process is now a part. */
function groupsMoved(
  definition: WorkflowDefinition,
  steps: ReadonlySet<string>,
  made: string,
): WorkflowDefinition {
  return withGroups(definition, (groups) =>
    groups.map((group) => {
      if (!group.nodes?.some((id) => steps.has(id))) return group;
      if (group.nodes.every((id) => steps.has(id))) return { ...group, in: made };
      return { ...group, nodes: [...group.nodes.filter((id) => !steps.has(id)), made] };
    }),
  );
}

/** A mistake that was not in the flow before. */
function newError(before: WorkflowDefinition, after: WorkflowDefinition) {
  const errors = (definition: WorkflowDefinition) =>
    validateDefinition(definition).problems.filter(({ severity }) => severity === "error");
  const known = Map.groupBy(errors(before), ({ code }) => code);
  const counts = Map.groupBy(errors(after), ({ code }) => code);
  for (const [code, problems] of counts) {
    if (problems.length > (known.get(code)?.length ?? 0)) return problems.at(-1) ?? null;
  }
  return null;
}
