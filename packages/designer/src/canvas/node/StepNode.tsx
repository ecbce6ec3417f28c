import { isContainer } from "@flowright/definition";
import { Handle, type NodeProps, Position, useReactFlow } from "@xyflow/react";
import { memo } from "react";
import type { FlowNode, StepData } from "../../diagram/flow-elements.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { heatStyle } from "../../diagram/overlay/heat.ts";
import { OverlayBadges } from "../../diagram/overlay/OverlayBadges.tsx";
import { useOverlay } from "../../diagram/overlay/overlays-context.ts";
import { StepShape } from "../../diagram/shape/StepShape.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { updateNode } from "../../model/command/content/update-node.ts";
import { takesLines } from "../../model/rule/leads-on.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { DRILL_TEXTS } from "../drill/drill-texts.ts";
import { enterGround } from "../drill/enter-ground.ts";
import { laneMark } from "../lane/lanes-of.ts";
import { useIsOverview } from "../map/overview.ts";
import { ProblemBadge } from "./ProblemBadge.tsx";
import { StepTile } from "./StepTile.tsx";
import { StepTools } from "./StepTools.tsx";
import type { StepLook } from "./step-look.ts";

/** A step on the canvas. */
export const StepNode = memo(function StepNode({ data, selected }: NodeProps<FlowNode<StepLook>>) {
  const { node, look } = data;
  const overlay = useOverlay(node.id);
  return (
    <div
      className="fw-step"
      data-selected={selected || undefined}
      data-open={look.open || undefined}
      data-drop={look.drop || undefined}
      data-target={look.target === "no" ? undefined : look.target}
      data-trial={look.trial ?? undefined}
      data-pause={look.pause || undefined}
      data-stuck={look.stuck || undefined}
      data-dim={look.dim || undefined}
      data-state={overlay?.state}
      {...heatStyle(overlay)}
    >
      {useIsOverview() ? <StepTile {...data} /> : <WholeStep {...data} selected={selected} />}
    </div>
  );
});

/** What can be connected, appended to and folded. */
function WholeStep({
  node,
  lexicon,
  look,
  undoes,
  selected,
}: StepData<StepLook> & { readonly selected: boolean }) {
  const t = useTexts(CANVAS_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const words = useTexts(DRILL_TEXTS);
  const name = stepName(node, lexicon);
  const target = takesLines(node);
  const overlay = useOverlay(node.id);
  return (
    <>
      <StepShape node={node} lexicon={lexicon} undoes={undoes}>
        {look.lane !== null && <span className="fw-stripe" {...laneMark(look.lane)} aria-hidden="true" />}
        {overlay && <OverlayBadges overlay={overlay} lexicon={lexicon} />}
        <ProblemBadge errors={look.errors} warnings={look.warnings} />
        {isContainer(node) && (
          <button
            type="button"
            className="fw-enter nodrag nopan"
            tabIndex={-1}
            aria-label={words("enter", { name })}
            title={words("enter", { name })}
            onClick={(event) => {
              event.stopPropagation();
              enterGround(flow, store.getState(), ui.getState(), node.id);
            }}
          >
            <Icon name="enter" size={16} />
          </button>
        )}
        {isContainer(node) && (
          <button
            type="button"
            className="fw-fold nodrag nopan"
            tabIndex={-1}
            aria-label={t(node.collapsed ? "unfold" : "fold", { name })}
            aria-expanded={!node.collapsed}
            disabled={!look.editable}
            onClick={(event) => {
              event.stopPropagation();
              store.getState().run(updateNode(node.id, { collapsed: node.collapsed ? undefined : true }));
            }}
          >
            <Icon name="chevron" size={16} />
          </button>
        )}
      </StepShape>
      {selected && look.alone && look.editable && <StepTools node={node} />}
      <Handle type="target" position={Position.Left} className="fw-in" isConnectable={target} />
      {target && <Handle type="target" position={Position.Left} id="whole" className="fw-in-whole" />}
      {look.canAppend ? (
        <Handle
          type="source"
          position={node.kind === "boundary" ? Position.Bottom : Position.Right}
          className="fw-out"
          data-kind={node.kind}
          role="button"
          aria-label={t("append", { name })}
          onClick={(event) => {
            event.stopPropagation();
            ui.getState().set({
              menu: {
                purpose: { type: "append", source: node.id },
                at: { x: event.clientX + 12, y: event.clientY - 12 },
              },
            });
          }}
        >
          <Icon name="plus" size={14} />
        </Handle>
      ) : (
        <Handle type="source" position={Position.Right} className="fw-out-hidden" isConnectable={false} />
      )}
    </>
  );
}
