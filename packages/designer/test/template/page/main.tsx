import type { WorkflowDefinition } from "@flowright/definition";
import type { KeptStepTemplate } from "@flowright/templates";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { FlowDesigner, type SaveStepTemplateHandler } from "../../../src/index.ts";
import "../../../src/style.css";

/** A designer whose page keeps step templates in its own memory: `?language=zh-CN&theme=dark`. */
const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "refunds",
  name: "Refunds",
  variables: { type: "object", properties: { amount: { type: "number", title: "Amount" } } },
  roles: [{ id: "lead", name: { en: "Lead", "zh-CN": "主管" } }],
  forms: [{ id: "form_1", title: "Refund", sections: [{ fields: [{ field: "amount" }] }] }],
  nodes: [
    { id: "start", kind: "start", position: { x: 0, y: 100 } },
    {
      id: "decide",
      kind: "approval",
      name: { en: "Lead decides", "zh-CN": "主管审批" },
      who: { type: "role", role: "lead" },
      rule: { type: "all" },
      deadline: { type: "duration", duration: "PT4H" },
      form: "form_1",
      position: { x: 120, y: 86 },
    },
    { id: "end", kind: "end", position: { x: 440, y: 100 } },
  ],
  edges: [
    { id: "first", source: "start", target: "decide" },
    { id: "last", source: "decide", target: "end" },
  ],
};

const query = new URLSearchParams(location.search);

function Page() {
  const [definition, setDefinition] = useState(FLOW);
  const [templates, setTemplates] = useState<readonly KeptStepTemplate[]>([]);
  const save: SaveStepTemplateHandler = async (content, replaces) => {
    const there = templates.find((one) => one.content.id === content.id);
    if ((there?.version ?? null) !== replaces) throw new Error("Somebody has changed this template.");
    setTemplates([...templates.filter((one) => one !== there), { version: (replaces ?? 0) + 1, content }]);
  };
  return (
    <>
      <output aria-label="Document" hidden>
        {JSON.stringify(definition)}
      </output>
      <output aria-label="Templates" hidden>
        {JSON.stringify(templates)}
      </output>
      <FlowDesigner
        definition={definition}
        onChange={setDefinition}
        language={query.get("language") === "zh-CN" ? "zh-CN" : "en"}
        theme={query.get("theme") === "dark" ? "dark" : "light"}
        roles={[{ id: "fin", name: { en: "Finance", "zh-CN": "财务" } }]}
        stepTemplates={templates}
        onSaveStepTemplate={save}
      />
    </>
  );
}

createRoot(document.getElementById("page") as HTMLElement).render(<Page />);
