import type { WorkflowDefinition } from "@flowright/definition";
import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { type FrameNode, frameNodes } from "../diagram/group/frame-nodes.ts";
import { GroupShape } from "../diagram/group/GroupShape.tsx";
import { Icon } from "../diagram/icon/Icon.tsx";
import { DIAGRAM_TEXTS } from "../diagram/words/diagram-texts.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import type { Places } from "../model/geometry/places-of.ts";
import { textsOf } from "../texts/texts-of.ts";

interface FrameLook {
  readonly foldWords: string;
  readonly onFold: (id: string) => void;
}

export type ViewerFrameNode = FrameNode<FrameLook>;

/** An open group in a flow to look at. */
export const ViewerFrame = memo(function ViewerFrame({ data }: NodeProps<ViewerFrameNode>) {
  const { group, name, look } = data;
  return (
    <GroupShape group={group} name={name}>
      <button
        type="button"
        className="fw-fold nodrag nopan"
        aria-label={look.foldWords}
        title={look.foldWords}
        aria-expanded
        onClick={() => look.onFold(group.id)}
      >
        <Icon name="chevron" size={16} />
      </button>
    </GroupShape>
  );
});

/** The frames of the open groups. Where steps were arranged afresh, a frame that has only its old place is left out. */
export function viewerFrames(
  definition: WorkflowDefinition,
  places: Places,
  steps: readonly { readonly id: string }[],
  lexicon: Lexicon,
  afresh: boolean,
  onFold: (id: string) => void,
): ViewerFrameNode[] {
  if (!definition.drawing?.groups?.length) return [];
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const groups = definition.drawing.groups.filter(({ nodes }) => !afresh || nodes !== undefined);
  const drawn = { ...definition, drawing: { ...definition.drawing, groups } };
  const shown = new Set(steps.map(({ id }) => id));
  return frameNodes<FrameLook>(drawn, places, shown, (group) => {
    const name = group.name ?? t("group");
    return {
      look: { foldWords: t("fold", { name }), onFold },
      name,
      ariaLabel: t("groupNamed", { name }),
      draggable: false,
    };
  });
}
