import { isActivity, type Node } from "@flowright/definition";
import { NodeToolbar, Position } from "@xyflow/react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { duplicate } from "../../model/command/structure/duplicate.ts";
import { onlyWhen } from "../../model/command/structure/only-when.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { leadsOn } from "../../model/rule/leads-on.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { useLinking } from "../keys/use-linking.ts";

/** What can be done with the one selected step, above it. */
export function StepTools({ node }: { readonly node: Node }) {
  const t = useTexts(CANVAS_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const linking = useLinking();
  // What happens at the step is being shown in the same place.
  const stuckHere = useCanvasUi((state) => state.ghost?.stuckAt === node.id);
  const parent = useDesigner((state) => indexOf(state.definition).nodes.get(node.id)?.parent?.kind);
  const conditional = isActivity(node) && parent !== "plan";
  const makeConditional = () => {
    const outcome = store.getState().run(onlyWhen(node.id));
    const branch = outcome.ok ? outcome.selection?.[0] : undefined;
    const path =
      branch === undefined ? undefined : indexOf(store.getState().definition).edges.get(branch)?.path;
    if (branch !== undefined) store.getState().focusField(branch, `${path}/condition`);
  };
  if (stuckHere) return null;
  return (
    <NodeToolbar position={Position.Top} align="start" offset={14} className="fw-step-tools nodrag nopan">
      {conditional && <Tool icon="exclusive" name={t("onlyWhen")} words onClick={makeConditional} />}
      {leadsOn(node) && <Tool icon="connect" name={t("connect")} onClick={() => linking.begin(node.id)} />}
      <Tool
        icon="replace"
        name={t("replace")}
        onClick={(event) =>
          ui.getState().set({
            menu: {
              purpose: { type: "replace", node: node.id },
              at: { x: event.clientX, y: event.clientY + 16 },
            },
          })
        }
      />
      {node.kind !== "boundary" && (
        <Tool icon="copy" name={t("duplicate")} onClick={() => store.getState().run(duplicate([node.id]))} />
      )}
      <Tool
        icon="trash"
        name={t("delete")}
        onClick={() => store.getState().run(deleteSelection([node.id], { heal: false }))}
      />
    </NodeToolbar>
  );
}

function Tool({
  icon,
  name,
  words = false,
  onClick,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly words?: boolean;
  readonly onClick: (event: React.MouseEvent) => void;
}) {
  return (
    <button
      type="button"
      className="fw-button"
      aria-label={name}
      title={name}
      onClick={(event) => {
        // Drawn elsewhere, but a part of the step: it is not the step itself that was clicked.
        event.stopPropagation();
        onClick(event);
      }}
    >
      <Icon name={icon} size={16} />
      {words && <span>{name}</span>}
    </button>
  );
}
