import type { EdgeProps } from "@xyflow/react";
import { memo, useState } from "react";
import type { FlowEdge } from "../../diagram/flow-elements.ts";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { LineLabel } from "../../diagram/LineLabel.tsx";
import { LinePath } from "../../diagram/LinePath.tsx";
import { edgeLabel } from "../../diagram/words/step-name.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";

/** What the designer adds to a drawn line. */
export interface LineLook {
  readonly errors: number;
  readonly editable: boolean;
  readonly drop: boolean;
  readonly trial: boolean;
  /** No way of a trial has taken it yet. */
  readonly untried: boolean;
  /** Nothing else is selected. */
  readonly alone: boolean;
}

/** A line on the canvas; under the pointer or selected it offers to insert a step and to be deleted. */
export const LineEdge = memo(function LineEdge({
  id,
  data,
  selected,
  markerEnd,
}: EdgeProps<FlowEdge<LineLook>>) {
  const [hovered, setHovered] = useState(false);
  const t = useTexts(CANVAS_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const live = useCanvasUi((state) => state.liveRoutes?.get(id));
  if (!data) return null;
  const { edge, lexicon, slash, sort, look } = data;
  const route = live ?? data.route;
  const label = edgeLabel(edge, lexicon);
  const showTools = look.editable && (hovered || (selected === true && look.alone));
  const hover = {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
  };
  return (
    <g
      {...hover}
      className="fw-line"
      data-selected={selected || undefined}
      data-drop={look.drop || undefined}
      data-trial={look.trial || undefined}
      data-untried={look.untried || undefined}
      data-problem={look.errors > 0 || undefined}
    >
      <LinePath route={route} slash={slash} sort={sort} markerEnd={markerEnd} />
      {(label !== "" || showTools) && (
        <LineLabel>
          <div
            {...hover}
            className="fw-line-label nodrag nopan"
            data-id={id}
            style={{
              transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)`,
              zIndex: showTools ? 1000 : undefined,
            }}
          >
            {label && (
              <button
                type="button"
                className="fw-line-chip"
                tabIndex={-1}
                data-selected={selected || undefined}
                data-problem={look.errors > 0 || undefined}
                title={label}
                onClick={() => store.getState().select([id])}
              >
                {label}
              </button>
            )}
            {showTools && (
              <span className="fw-line-tools" data-labelled={label !== "" || undefined}>
                <button
                  type="button"
                  aria-label={t("insertHere")}
                  title={t("insertHere")}
                  onClick={(event) =>
                    ui.getState().set({
                      menu: {
                        purpose: { type: "insert", edge: id },
                        at: { x: event.clientX + 12, y: event.clientY },
                      },
                    })
                  }
                >
                  <Icon name="plus" size={14} />
                </button>
                <button
                  type="button"
                  aria-label={t("deleteLine")}
                  title={t("deleteLine")}
                  onClick={() => store.getState().run(deleteSelection([id], { heal: false }))}
                >
                  <Icon name="trash" size={14} />
                </button>
              </span>
            )}
          </div>
        </LineLabel>
      )}
    </g>
  );
});
