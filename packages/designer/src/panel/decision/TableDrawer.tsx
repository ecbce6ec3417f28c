import { type BusinessRuleTask, type DecisionTable, textOf } from "@flowright/definition";
import { useEffect, useRef } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { PanelScopeProvider, usePanelScope } from "../property/panel-scope.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { DECISION_TEXTS } from "./decision-texts.ts";
import { TableEditor } from "./TableEditor.tsx";

/** A decision table in a drawer over the designer; every change is a step of the designer's undo. */
export function TableDrawer(props: {
  readonly node: BusinessRuleTask;
  readonly table: DecisionTable;
  readonly onClose: () => void;
}) {
  const { node, table } = props;
  const t = useTexts(DECISION_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const language = useDesigner((state) => state.language);
  const scope = usePanelScope();
  const patch = useNodePatch(node.id);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  const title = t("tableOf", {
    name: textOf(table.name, language) || textOf(node.name, language) || node.id,
  });
  return (
    <dialog
      ref={dialog}
      className="fw-panel-drawer fw-table-drawer"
      aria-label={title}
      onClose={props.onClose}
      onKeyDown={(event) => {
        // The canvas listens for keys on the document; what is typed here is not for it.
        const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
        const inText = event.target instanceof HTMLElement && event.target.matches("input, textarea");
        if (!undo || inText) event.stopPropagation();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="fw-form-button fw-builder-primary"
          onClick={() => dialog.current?.close()}
        >
          {p("close")}
        </button>
      </header>
      <div className="fw-panel fw-form">
        <PanelScopeProvider value={{ path: `${scope.path}/table`, fields: scope.fields }}>
          <TableEditor
            table={table}
            onChange={(next, typing) => patch({ table: next }, typing && `table-${typing}`)}
          />
        </PanelScopeProvider>
      </div>
    </dialog>
  );
}
