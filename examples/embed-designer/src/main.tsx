/** The designer in a React page of your own: it gets a definition and tells you each change. */
import type { WorkflowDefinition } from "@flowright/definition";
import { FlowDesigner } from "@flowright/designer";
import "@flowright/designer/style.css";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const KEY = "my-flow";

const EMPTY: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "my-flow",
  name: { en: "My flow", "zh-CN": "我的流程" },
  nodes: [
    { id: "start", kind: "start", name: { en: "Start", "zh-CN": "开始" }, position: { x: 80, y: 160 } },
    { id: "end", kind: "end", name: { en: "End", "zh-CN": "结束" }, position: { x: 520, y: 160 } },
  ],
  edges: [{ id: "start_end", source: "start", target: "end" }],
};

function Page() {
  const [definition, setDefinition] = useState<WorkflowDefinition>(() =>
    JSON.parse(localStorage.getItem(KEY) ?? JSON.stringify(EMPTY)),
  );
  return (
    <div style={{ height: "100vh" }}>
      <FlowDesigner
        definition={definition}
        onChange={(changed) => {
          setDefinition(changed);
          localStorage.setItem(KEY, JSON.stringify(changed));
        }}
        language={navigator.language.startsWith("zh") ? "zh-CN" : "en"}
        theme="light"
        people={[{ user: "wang", name: "Wang Fang" }]}
        roles={[{ id: "operator", name: { en: "Operator", "zh-CN": "操作员" } }]}
        systems={[]}
      />
    </div>
  );
}

const element = document.getElementById("page");
if (element) createRoot(element).render(<Page />);
