import type { DecisionTable, WorkflowDefinition } from "@flowright/definition";
import { useEffect, useState } from "react";
import type { Language } from "../../model/designer-options.ts";
import { createDesignerStore } from "../../model/designer-store.ts";
import { DesignerStoreProvider } from "../../store-context.ts";
import { PanelScopeProvider } from "../property/panel-scope.ts";
import { TableEditor } from "./TableEditor.tsx";

export interface DecisionTableEditorProps {
  readonly table: DecisionTable;
  readonly onChange: (table: DecisionTable) => void;
  readonly language?: Language;
  readonly theme?: "light" | "dark";
  readonly readOnly?: boolean;
}

/** The fields of the editor ask the store of a designer for language and rights; its document is not used. */
const NO_FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "none",
  name: "-",
  nodes: [
    { id: "start", kind: "start" },
    { id: "end", kind: "end" },
  ],
  edges: [{ id: "edge", source: "start", target: "end" }],
};
const SCOPE = { path: "/table", fields: {} };

/** A decision table that belongs to no flow, to be edited or looked at on a page of its own. */
export function DecisionTableEditor(props: DecisionTableEditorProps) {
  const { table, onChange, language = "en", theme = "light", readOnly = false } = props;
  const [store] = useState(() => createDesignerStore({ definition: NO_FLOW, language, readOnly }));
  useEffect(() => store.getState().configure({ language, readOnly }), [store, language, readOnly]);
  return (
    <DesignerStoreProvider value={store}>
      <div className="fw-designer fw-table-alone" data-theme={theme} lang={language}>
        <div className="fw-panel fw-form">
          <PanelScopeProvider value={SCOPE}>
            <TableEditor table={table} onChange={onChange} alone />
          </PanelScopeProvider>
        </div>
      </div>
    </DesignerStoreProvider>
  );
}
