import { type ContainerNode, isContainer, type Node } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { withNode } from "../../document/with-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, snapped } from "../../geometry/size-of.ts";
import { canStand } from "../../rule/can-stand.ts";
import { takesBoundary } from "../../rule/takes-boundary.ts";
import { type Command, refused } from "../command.ts";
import { contentAs } from "./content-as.ts";
import { keptFields } from "./kept-fields.ts";

/** Makes a step one of another kind; lines, name and what both kinds have stay. */
export function replaceKind(id: string, element: ElementType): Command {
  return {
    label: { en: `Change to ${element.name.en}`, "zh-CN": `改为${element.name["zh-CN"]}` },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(id);
      const old = placed?.node;
      const place = placesOf(definition).get(id);
      if (!old || !place) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      if ((old.kind === "boundary") !== (element.kind === "boundary")) {
        return refused(
          "replace.boundary",
          "An event on the edge of a step can only become another such event.",
          "边界事件只能更改为其他边界事件。",
        );
      }
      const allowed = canStand(definition, element, placed.parent?.id ?? null);
      if (allowed !== true) return { ok: false, refusal: allowed };
      const host = old.kind === "boundary" ? indexOf(definition).nodes.get(old.attachedTo)?.node : undefined;
      if (host && !takesBoundary(host, element)) {
        return refused(
          "drop.never-happens",
          "This can never happen on that step.",
          "该节点上不会发生这种情况。",
        );
      }
      const newId = idsFor(definition);
      const position = isContainer(old)
        ? { x: place.x, y: place.y }
        : centred(place, fixedSizeOf(element.kind));
      return {
        ok: true,
        definition: withNode(definition, id, () => {
          const made = newNode(
            element,
            newId,
            old.kind === "boundary" ? { attachedTo: old.attachedTo } : { position },
          );
          const carried = carriedOver(old, made);
          const content =
            isContainer(old) && isContainer(made)
              ? contentAs(old, made.kind as ContainerNode["kind"], newId)
              : {};
          // What a template sets is what it is taken for; the name that a person gave stays.
          const name = carried.name ?? made.name;
          const set = element.template ? { ...element.draft(), ...(name === undefined ? {} : { name }) } : {};
          return { ...made, ...carried, ...content, ...set, id } as Node;
        }),
        selection: [id],
      };
    },
  };
}

function centred(
  place: { x: number; y: number; width: number; height: number },
  size: { width: number; height: number },
): { x: number; y: number } {
  const at = snapped({
    ...size,
    x: place.x + place.width / 2 - size.width / 2,
    y: place.y + place.height / 2 - size.height / 2,
  });
  return { x: at.x, y: at.y };
}

function carriedOver(old: Node, made: Node): Partial<Node> {
  const carried: Record<string, unknown> = {};
  const oldName = elementTypeOf(old).name;
  const ownName = typeof old.name === "object" && old.name.en === oldName.en ? undefined : old.name;
  for (const key of keptFields(old, made)) {
    const value = key === "name" ? ownName : (old as unknown as Record<string, unknown>)[key];
    if (value !== undefined) carried[key] = value;
  }
  const always = made.kind === "boundary" && ["error", "cancel"].includes(made.event.type);
  if (made.kind === "boundary" && old.kind === "boundary" && old.interrupting !== undefined && !always) {
    carried["interrupting"] = old.interrupting;
  }
  return carried as Partial<Node>;
}
