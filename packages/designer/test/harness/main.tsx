import type { WorkflowDefinition } from "@flowright/definition";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import example from "../../../../examples/return-handling/return-handling.json" with { type: "json" };
import { FlowDesigner } from "../../src/index.ts";
import { FlowViewer } from "../../src/viewer/index.ts";
import { findCases } from "./find-cases.ts";
import { systemsOf } from "./systems-of.ts";
import { useComments } from "./use-comments.ts";
import "../../src/style.css";
import { EVERY_KIND } from "./every-kind.ts";
import { largeFlow, REFUND_FLOW, ROOMY_FLOW, SMALL_FLOW, STUCK_FLOW, UNFINISHED_FLOW } from "./flows.ts";

/** A page for browser tests: `?flow=small&language=zh-CN&theme=dark&part=viewer`. */
const query = new URLSearchParams(location.search);
const language = query.get("language") === "zh-CN" ? "zh-CN" : "en";
const theme = query.get("theme") === "dark" ? "dark" : "light";
/** A flow that the test brings along. */
const { given } = window as unknown as { given?: WorkflowDefinition };
const flows: Record<string, WorkflowDefinition> = {
  ...(given ? { given } : {}),
  small: SMALL_FLOW,
  unfinished: UNFINISHED_FLOW,
  large: largeFlow(Number(query.get("steps") ?? 500)),
  kinds: EVERY_KIND,
  stuck: STUCK_FLOW,
  refund: REFUND_FLOW,
  roomy: ROOMY_FLOW,
  returns: example as unknown as WorkflowDefinition,
  blank: { schema: "flowright/workflow/v1", id: "blank", name: "", nodes: [], edges: [] },
};
/** The systems of the workspace are those that the return flow calls. */
const shop = query.has("shop") ? systemsOf(example as unknown as WorkflowDefinition) : null;

function Page() {
  const [definition, setDefinition] = useState(flows[query.get("flow") ?? "small"] ?? SMALL_FLOW);
  const [clicked, setClicked] = useState("");
  const comments = useComments(query.has("comments"));
  // What a test reads after every act would be written out for nothing in all others.
  (window as unknown as { drawn: WorkflowDefinition }).drawn = definition;
  if (query.get("part") === "viewer") {
    return (
      <>
        <FlowViewer
          definition={definition}
          language={language}
          theme={theme}
          overlays={{
            check: { state: "done" },
            review_block: { state: "done" },
            goods_block: { state: "current", waiting: 4, overdue: 1 },
            inspect: { state: "current", waiting: 3, overdue: 1 },
            refund: { state: "current", incidents: 1 },
            tell_done: { state: "future" },
            end_done: { state: "future" },
          }}
          takenEdges={["requested-to-check", "check-to-review_block", "review_block-to-accepted"]}
          onNodeClick={setClicked}
          flows={[{ id: "refund", name: { en: "Refunds", "zh-CN": "退款流程" } }]}
        />
        <output aria-label="clicked">{clicked}</output>
      </>
    );
  }
  return (
    <>
      <output aria-label="Document" hidden>
        {query.has("document") ? JSON.stringify(definition) : ""}
      </output>
      <FlowDesigner
        definition={definition}
        onChange={setDefinition}
        onSelect={(ids) => {
          (window as unknown as { selected: string | null }).selected =
            ids.length === 1 ? (ids[0] ?? null) : null;
        }}
        language={language}
        theme={theme}
        readOnly={query.has("readOnly")}
        comments={comments}
        tips={query.has("tips")}
        onSearch={findCases}
        people={[
          { user: "lin", name: "Lin" },
          { user: "wang", name: "Wang" },
        ]}
        roles={shop ? [] : [{ id: "fin", name: { en: "Finance", "zh-CN": "财务" } }]}
        flows={[{ id: "refund", name: { en: "Refund", "zh-CN": "退款流程" }, versions: [1, 2] }]}
        decisions={[{ id: "discount", name: { en: "Discount", "zh-CN": "折扣" } }]}
        systems={
          shop ?? [
            {
              id: "shop",
              name: { en: "Shop", "zh-CN": "商城" },
              operations: [
                {
                  id: "refund",
                  name: { en: "Refund", "zh-CN": "退款" },
                  parameters: [{ name: "amount", type: "string", required: true }],
                  results: [{ name: "refundNo", type: "string" }],
                },
                {
                  id: "tell",
                  name: { en: "Tell the customer", "zh-CN": "通知买家" },
                  parameters: [{ name: "text", type: "string", required: true }],
                  results: [],
                },
              ],
            },
          ]
        }
      />
    </>
  );
}

const page = document.getElementById("page");
if (page) createRoot(page).render(<Page />);
