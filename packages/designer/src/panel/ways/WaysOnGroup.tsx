import type { Node } from "@flowright/definition";
import { useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { calledStep } from "../../diagram/words/spoken-name.ts";
import { connect } from "../../model/command/structure/connect.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { canConnect } from "../../model/rule/can-connect.ts";
import { leadsOn } from "../../model/rule/leads-on.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { WAYS_ON_TEXTS } from "./ways-on-texts.ts";

/**
 * Where a step leads: its lines, another one to a step that is there, or a new step behind it. The same as drawing a
 * line, without dragging, and where there is nothing to drag on: in the column, on a phone, by keyboard.
 */
export function WaysOnGroup({ node }: { node: Node }) {
  const t = useTexts(WAYS_ON_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const index = indexOf(definition);
  // In a plan a line says what waits for what; that is set where the plan is shown.
  if (!leadsOn(node) || index.nodes.get(node.id)?.parent?.kind === "plan") return null;
  const lines = index.outgoing.get(node.id) ?? [];
  const called = (id: string) => calledStep(index.nodes.get(id)?.node, index, lexicon);
  const targets = readOnly
    ? []
    : readingOrder(definition).filter((id) => canConnect(definition, node.id, id) === true);
  return (
    <PropertyGroup title={t("title")} at={[]} closed>
      {lines.length === 0 && <span className="fw-form-help">{t("nothing")}</span>}
      {lines.map(({ id, target }) => {
        const name = t("lineTo", { name: called(target) });
        return (
          <span key={id} className="fw-panel-card-head">
            <button type="button" className="fw-panel-link" onClick={() => store.getState().select([id])}>
              {name}
            </button>
            <button
              type="button"
              className="fw-form-icon"
              disabled={readOnly}
              aria-label={p("removeOf", { name })}
              onClick={() => {
                store.getState().run(deleteSelection([id], { heal: false }));
                store.getState().select([node.id]);
              }}
            >
              ×
            </button>
          </span>
        );
      })}
      {targets.length > 0 && (
        <select
          className="fw-form-control"
          aria-label={t("existing")}
          value=""
          onChange={({ target: { value } }) => {
            if (value === "") return;
            store.getState().run(connect(node.id, value));
            store.getState().select([node.id]);
          }}
        >
          <option value="">{t("existing")}</option>
          {targets.map((id) => (
            <option key={id} value={id}>
              {called(id)}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          ui.getState().set({
            menu: {
              purpose: { type: "append", source: node.id },
              at: { x: box.left - 8, y: box.bottom + 4 },
            },
          });
        }}
      >
        + {t("fresh")}
      </button>
    </PropertyGroup>
  );
}
