/** Two designers that know nothing of each other, and a viewer: catalogues, events, overlays, texts and colours. */
import type { Problem } from "@flowright/definition";
import { FlowDesigner, type Messages, type Overlays } from "@flowright/designer";
import { FlowViewer } from "@flowright/designer/viewer";
import "@flowright/designer/style.css";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "./everything.css";
import { PURCHASE_FLOW } from "./purchase-flow.ts";

/** Given once, outside of the component: a new object would be a new catalogue with every change. */
const CATALOGUES = {
  people: [{ user: "wang", name: "Wang Fang" }],
  roles: [{ id: "buyers", name: { en: "Buyers", "zh-CN": "采购组" } }],
  systems: [
    { id: "erp", name: "ERP", operations: [{ id: "order", name: "Order", parameters: [], results: [] }] },
  ],
  flows: [{ id: "delivery", name: { en: "Delivery", "zh-CN": "配送" }, versions: [1] }],
  decisions: [{ id: "limit", name: { en: "Limit", "zh-CN": "限额" } }],
};
const OVERLAYS: Overlays = {
  approve: {
    waiting: 12,
    overdue: 2,
    heat: 0.8,
    badges: [{ text: "SLA 4 h", title: "Agreed: four hours", tone: "warning" }],
  },
};
const MESSAGES: Messages = { "canvas.tryFlow": "Rehearse", "problem.none": "All is well" };

function Page() {
  const [definition, setDefinition] = useState(PURCHASE_FLOW);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState(0);
  const [readOnly, setReadOnly] = useState(false);
  return (
    <main>
      <label>
        <input type="checkbox" checked={readOnly} onChange={() => setReadOnly(!readOnly)} /> Look only
      </label>
      <output aria-label="Told">
        {definition.nodes.length} steps, {problems.length} problems, selected: {selected.join(" ") || "none"},
        saved: {saved}
      </output>
      <section className="box" aria-label="Kept by the page">
        <FlowDesigner
          {...CATALOGUES}
          definition={definition}
          onChange={setDefinition}
          onProblems={setProblems}
          onSelect={setSelected}
          onSave={() => setSaved(saved + 1)}
          overlays={OVERLAYS}
          messages={MESSAGES}
          readOnly={readOnly}
        />
      </section>
      <section className="box" aria-label="Kept by the designer">
        <FlowDesigner defaultDefinition={PURCHASE_FLOW} language="zh-CN" theme="dark" />
      </section>
      <section className="box" aria-label="To look at">
        <FlowViewer
          {...CATALOGUES}
          definition={definition}
          overlays={OVERLAYS}
          takenEdges={["begin_approve"]}
        />
      </section>
    </main>
  );
}

const element = document.getElementById("page");
if (element) createRoot(element).render(<Page />);
