import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { createRoot } from "react-dom/client";
import example from "../../../../../examples/return-handling/return-handling.json" with { type: "json" };
import { CanvasUiProvider, createCanvasUi } from "../../../src/canvas/canvas-ui.ts";
import { LiveCheck } from "../../../src/canvas/problem/check/LiveCheck.tsx";
import { createDesignerStore } from "../../../src/model/designer-store.ts";
import { PropertiesPanel } from "../../../src/panel/PropertiesPanel.tsx";
import { DesignerStoreProvider, useDesigner } from "../../../src/store-context.ts";
import "../../../src/style.css";
import { PEOPLE, ROLES, SYSTEMS } from "./workspace.ts";

/** The panel alone: `?select=review_request&focus=/who/role&language=zh-CN&theme=dark`. */
const query = new URLSearchParams(location.search);
const language = query.get("language") === "zh-CN" ? "zh-CN" : "en";
const theme = query.get("theme") === "dark" ? "dark" : "light";
const select = query.get("select");
const ui = createCanvasUi();
const store = createDesignerStore({
  definition: example as unknown as WorkflowDefinition,
  language,
  people: PEOPLE,
  roles: ROLES,
  systems: SYSTEMS,
  async onTryCall(system, operation, input) {
    return {
      request: {
        method: "POST",
        url: `https://shop.example/${system}/${operation}`,
        headers: {},
        body: JSON.stringify(input),
      },
      response: { status: 200, headers: {}, body: '{"paid":"1280.00","risk":0.2}' },
      error: null,
      milliseconds: 42,
    };
  },
});
if (select !== null) store.getState().select([select]);

function Document() {
  const definition = useDesigner((state) => state.definition);
  return (
    <output aria-label="Document" hidden>
      {JSON.stringify(definition)}
    </output>
  );
}

/** For tests that look at many documents one after the other. */
Object.assign(globalThis, {
  panelPage: {
    show(definition: WorkflowDefinition, problems: readonly Problem[]) {
      for (const dialog of document.querySelectorAll("dialog")) dialog.close();
      store.getState().replaceDefinition(definition);
      store.getState().showCheck(definition, problems);
      store.getState().select([]);
    },
    goTo: (id: string | null, path: string) => store.getState().focusField(id, path),
  },
});

createRoot(document.getElementById("page") as HTMLElement).render(
  <DesignerStoreProvider value={store}>
    <CanvasUiProvider value={ui}>
      <div
        className="fw-designer"
        data-theme={theme}
        lang={language}
        style={{ display: "block", width: 360, maxWidth: "100vw", height: "auto", overflow: "visible" }}
      >
        <PropertiesPanel />
        <LiveCheck />
        <Document />
        <button type="button" onClick={() => store.getState().undo()}>
          Undo
        </button>
        <button type="button" onClick={() => store.getState().select([])}>
          Select nothing
        </button>
        <button type="button" onClick={() => store.getState().select(select === null ? [] : [select])}>
          Select again
        </button>
        <button
          type="button"
          onClick={() => store.getState().focusField(null, "/forms/0/sections/0/fields/1/visibleWhen")}
        >
          Go to form
        </button>
        <button
          type="button"
          onClick={() => store.getState().focusField(null, "/variables/properties/buyer/pattern")}
        >
          Go to case field
        </button>
        <button
          type="button"
          onClick={() =>
            store
              .getState()
              .focusField(select, store.getState().problems.find((each) => each.node === select)?.path ?? "")
          }
        >
          Go to problem
        </button>
      </div>
    </CanvasUiProvider>
  </DesignerStoreProvider>,
);
