import { Handle, type NodeProps, NodeToolbar, Position } from "@xyflow/react";
import { memo } from "react";
import { GroupShape } from "../../diagram/group/GroupShape.tsx";
import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { changeGroup } from "../../model/command/group/change-group.ts";
import { ungroup } from "../../model/command/group/ungroup.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { GroupCardNode, GroupFrameNode } from "./canvas-nodes.ts";
import { GROUP_TEXTS } from "./group-texts.ts";

/** An open group on the canvas: dragged by its head, it moves with all its steps. */
export const FrameNode = memo(function FrameNode({ data }: NodeProps<GroupFrameNode>) {
  const t = useTexts(GROUP_TEXTS);
  const store = useDesignerStore();
  const { group, name, look } = data;
  return (
    <>
      <GroupShape group={group} name={name} selected={look.selected}>
        {look.editable && (
          <FoldTool
            folded={false}
            name={t("fold", { name })}
            onClick={() => store.getState().run(changeGroup(group.id, { collapsed: true }))}
          />
        )}
      </GroupShape>
      {look.selected && look.editable && (
        <NodeToolbar
          isVisible
          position={Position.Top}
          align="start"
          offset={8}
          className="fw-step-tools nodrag nopan"
        >
          <Tool
            icon="ungroup"
            name={t("ungroup")}
            onClick={() => store.getState().run(ungroup([group.id]))}
          />
        </NodeToolbar>
      )}
    </>
  );
});

/** A folded group: one card in the place of its steps, with the lines that lead in and out. */
export const GroupCard = memo(function GroupCard({ data, selected }: NodeProps<GroupCardNode>) {
  const t = useTexts(GROUP_TEXTS);
  const store = useDesignerStore();
  const { group, node, look } = data;
  const name = group.name ?? t("group");
  const count = "nodes" in node ? node.nodes.length : 0;
  return (
    <div className="fw-step" data-selected={selected || undefined} data-dim={look.dim || undefined}>
      <div className="fw-card fw-group-card" data-colour={group.colour ?? "grey"}>
        <span className="fw-chip">
          <Icon name="group" size={18} />
        </span>
        <span className="fw-card-text">
          <span className="fw-card-name" data-quiet="true">
            {name}
          </span>
          <span className="fw-card-quiet">{count === 1 ? t("oneStep") : t("steps", { count })}</span>
        </span>
        {look.editable && (
          <FoldTool
            folded
            name={t("unfold", { name })}
            onClick={() => store.getState().run(changeGroup(group.id, { collapsed: undefined }))}
          />
        )}
      </div>
      <Handle type="target" position={Position.Left} className="fw-in" isConnectable={false} />
      <Handle type="source" position={Position.Right} className="fw-out-hidden" isConnectable={false} />
    </div>
  );
});

function FoldTool({
  folded,
  name,
  onClick,
}: {
  readonly folded: boolean;
  readonly name: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="fw-fold nodrag nopan"
      tabIndex={-1}
      aria-label={name}
      title={name}
      aria-expanded={!folded}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <Icon name="chevron" size={16} />
    </button>
  );
}

function Tool({
  icon,
  name,
  onClick,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="fw-button" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} size={16} />
      <span>{name}</span>
    </button>
  );
}
