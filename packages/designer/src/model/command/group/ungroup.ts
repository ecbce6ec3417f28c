import { indexOf } from "../../document/index-of.ts";
import { membersOf } from "../../group/groups-of.ts";
import { withGroups } from "../../group/with-groups.ts";
import { type Command, refused } from "../command.ts";

/** Takes away the frames of the selected groups, or of the groups of the selected steps. The steps stay. */
export function ungroup(ids: readonly string[]): Command {
  return {
    label: { en: "Ungroup", "zh-CN": "取消编组" },
    execute(definition) {
      const chosen = new Set(ids);
      const groups = (definition.drawing?.groups ?? []).filter(
        (group) => chosen.has(group.id) || group.nodes?.some((id) => chosen.has(id)),
      );
      if (groups.length === 0) {
        return refused("ungroup.nothing", "Nothing selected is in a group.", "所选内容不在任何编组中。");
      }
      const { nodes } = indexOf(definition);
      return {
        ok: true,
        definition: withGroups(definition, (all) => all.filter((group) => !groups.includes(group))),
        selection: [
          ...new Set([
            ...groups.flatMap((group) => membersOf(definition, group)),
            ...ids.filter((id) => nodes.has(id)),
          ]),
        ],
      };
    },
  };
}
