import type { Node } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { withNode } from "../../document/with-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, snapped } from "../../geometry/size-of.ts";
import { type Command, refused } from "../command.ts";

/** What a step keeps when it becomes another kind, where the new kind has it. */
const KEPT = [
  "name",
  "documentation",
  "goal",
  "who",
  "deadline",
  "form",
  "checklist",
  "output",
  "message",
] as const;

/** Makes a step one of another kind; lines, name and what both kinds have stay. */
export function replaceKind(id: string, element: ElementType): Command {
  return {
    label: { en: `Change to ${element.name.en}`, "zh-CN": `改为${element.name["zh-CN"]}` },
    execute(definition) {
      const old = indexOf(definition).nodes.get(id)?.node;
      const place = placesOf(definition).get(id);
      if (!old || !place) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      if ((old.kind === "boundary") !== (element.kind === "boundary")) {
        return refused(
          "replace.boundary",
          "An event on the edge of a step can only become another such event.",
          "边界事件只能更改为其他边界事件。",
        );
      }
      const size = fixedSizeOf(element.kind);
      const at = snapped({
        ...size,
        x: place.x + place.width / 2 - size.width / 2,
        y: place.y + place.height / 2 - size.height / 2,
      });
      return {
        ok: true,
        definition: withNode(definition, id, () => {
          const made = newNode(element, idsFor(definition), {
            ...(old.kind === "boundary"
              ? { attachedTo: old.attachedTo }
              : { position: { x: at.x, y: at.y } }),
          });
          return { ...made, ...carriedOver(old, element, made), id } as Node;
        }),
        selection: [id],
      };
    },
  };
}

function carriedOver(old: Node, element: ElementType, made: Node): Partial<Node> {
  const carried: Record<string, unknown> = {};
  const oldName = elementTypeOf(old).name;
  const ownName = typeof old.name === "object" && old.name.en === oldName.en ? undefined : old.name;
  for (const key of KEPT) {
    if (!FIELDS[element.kind].has(key)) continue;
    const value = key === "name" ? ownName : (old as unknown as Record<string, unknown>)[key];
    if (value !== undefined) carried[key] = value;
  }
  if (made.kind === "boundary" && old.kind === "boundary" && old.interrupting !== undefined) {
    carried["interrupting"] = old.interrupting;
  }
  return carried as Partial<Node>;
}

const EVERY = ["name", "documentation"] as const;
const PEOPLE = [...EVERY, "goal", "who", "deadline", "form", "checklist"] as const;

const FIELDS: Readonly<Record<Node["kind"], ReadonlySet<string>>> = {
  start: new Set([...EVERY, "form"]),
  end: new Set(EVERY),
  userTask: new Set([...PEOPLE, "output"]),
  approval: new Set(PEOPLE),
  serviceTask: new Set([...EVERY, "output"]),
  scriptTask: new Set(EVERY),
  receiveTask: new Set([...EVERY, "message"]),
  exclusive: new Set(EVERY),
  parallel: new Set(EVERY),
  eventBased: new Set(EVERY),
  catch: new Set(EVERY),
  boundary: new Set(EVERY),
  subProcess: new Set(EVERY),
};
