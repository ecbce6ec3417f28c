import type { DrawingGroup } from "@flowright/definition";
import { containerOf } from "../document/index-of.ts";
import { patched } from "../document/patch.ts";
import { frameOf, originOf } from "../group/groups-of.ts";
import { withGroups } from "../group/with-groups.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * A group holds steps that are there. Steps that were deleted or went elsewhere leave it, and one without steps goes.
 * Where its frame is, is written down for whoever draws the flow without the designer. Frames that do not say which
 * steps are theirs belong to another tool and are left alone.
 */
export const keepGroups: Behaviour = (before, after) => {
  if (before.nodes === after.nodes && before.drawing === after.drawing) return after;
  return withGroups(after, (groups) =>
    groups.flatMap((group): DrawingGroup[] => {
      if (!group.nodes) return group.in !== undefined && !containerOf(after, group.in) ? [] : [group];
      const here = new Set(containerOf(after, group.in ?? null)?.nodes.map(({ id }) => id) ?? []);
      const nodes = group.nodes.filter((id) => here.has(id));
      if (nodes.length === 0) return [];
      const left = nodes.length === group.nodes.length ? group : { ...group, nodes };
      const frame = frameOf(after, left);
      if (!frame) return [left];
      const origin = originOf(after, left);
      const { width, height } = frame;
      const place = { x: frame.x + origin.x, y: frame.y + origin.y };
      return [
        patched(left, {
          ...(same(left.position, place) ? {} : { position: place }),
          ...(same(left.size, { width, height }) ? {} : { size: { width, height } }),
        }),
      ];
    }),
  );
};

function same<T extends object>(before: T | undefined, now: T): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now);
}
