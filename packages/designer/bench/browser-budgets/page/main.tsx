import { validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { FlowDesigner } from "../../../src/index.ts";
import { WorkerLayout } from "../../../src/layout/worker-layout.ts";
import { layoutFlow } from "../../../src/model/command/structure/layout-flow.ts";
import { loadArranging } from "../../../src/model/geometry/arrange/arrange-later.ts";
import { FlowViewer } from "../../../src/viewer/index.ts";
import { generatedFlow } from "../generated-flow.ts";
import type { InPage } from "../in-page.ts";
import "../../../src/style.css";

/** `?steps=500&part=viewer`: a flow that is arranged already, as one that is loaded would be. */
const query = new URLSearchParams(location.search);
const steps = Number(query.get("steps") ?? 200);
/** About as wide as high on the screen. */
const strands = Math.max(1, Math.round(Math.sqrt(steps / 1.7)));
await loadArranging();
const flow = arranged(generatedFlow(steps, strands));
const layout = new WorkerLayout();
const page: InPage = {
  dataAt: performance.now(),
  steps: flow.nodes.length,
  lint: () => timed(() => validateDefinition(structuredClone(flow))),
  layout: () => timed(() => layout.places(structuredClone(flow), [])),
};
Object.assign(window, { budgets: page });

function arranged(definition: WorkflowDefinition): WorkflowDefinition {
  const outcome = layoutFlow().execute(definition);
  return outcome.ok ? outcome.definition : definition;
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function Designer() {
  const [definition, setDefinition] = useState(flow);
  return <FlowDesigner definition={definition} onChange={setDefinition} />;
}

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(query.get("part") === "viewer" ? <FlowViewer definition={flow} /> : <Designer />);
}
