import type { Problem, WorkflowDefinition } from "@flowright/definition";
import type { KeptStepTemplate } from "@flowright/templates";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import example from "../../../../../examples/return-handling/return-handling.json" with { type: "json" };
import { FlowCompare } from "../../../src/compare/index.ts";
import { FlowDesigner } from "../../../src/index.ts";
import { indexOf } from "../../../src/model/document/index-of.ts";
import { FlowViewer } from "../../../src/viewer/index.ts";
import { EVERY_KIND } from "../../harness/every-kind.ts";
import { findCases } from "../../harness/find-cases.ts";
import {
  largeFlow,
  REFUND_FLOW,
  ROOMY_FLOW,
  SMALL_FLOW,
  STUCK_FLOW,
  UNFINISHED_FLOW,
} from "../../harness/flows.ts";
import { useComments } from "../../harness/use-comments.ts";
import { PEOPLE, ROLES, SYSTEMS } from "../../panel/page/workspace.ts";
import "../../../src/style.css";

/**
 * The designer as a page has it that gives all it can: `?flow=returns&goTo=review_request&language=zh-CN`. With
 * `look("dark")` the theme changes without anything else.
 */
const query = new URLSearchParams(location.search);
const language = query.get("language") === "zh-CN" ? "zh-CN" : "en";
document.documentElement.lang = language;
const RETURNS = example as unknown as WorkflowDefinition;
const flows: Record<string, () => WorkflowDefinition> = {
  empty: () => ({ ...SMALL_FLOW, nodes: [], edges: [] }),
  small: () => SMALL_FLOW,
  unfinished: () => UNFINISHED_FLOW,
  large: () => largeFlow(400),
  kinds: () => EVERY_KIND,
  stuck: () => STUCK_FLOW,
  refund: () => REFUND_FLOW,
  roomy: () => ROOMY_FLOW,
  returns: () => RETURNS,
};
const flow = (flows[query.get("flow") ?? "small"] ?? flows["small"])?.() ?? SMALL_FLOW;

/** The flow as it was before somebody changed, added, removed and moved something. */
function before(now: WorkflowDefinition): WorkflowDefinition {
  const [first, second, ...rest] = now.nodes;
  if (!first || !second) return now;
  return {
    ...now,
    nodes: [
      first,
      { ...second, name: { en: "Look at it", "zh-CN": "查看" } },
      ...rest.map((node) => (node.position ? { ...node, position: { ...node.position, y: 400 } } : node)),
      {
        id: "gone",
        kind: "manualTask",
        name: { en: "File it", "zh-CN": "归档" },
        position: { x: 140, y: 200 },
      },
    ],
  };
}

/** As if a problem of this step or line were gone to. */
function placeOf(id: string): Problem {
  const { nodes, edges } = indexOf(flow);
  const at = nodes.get(id)?.path ?? edges.get(id)?.path ?? "";
  return {
    code: "PLACE",
    severity: "error",
    path: `${at}${query.get("field") ?? ""}`,
    node: id,
    params: {},
    message: { en: "", "zh-CN": "" },
    fix: { en: "", "zh-CN": "" },
  };
}

function Page() {
  const [definition, setDefinition] = useState(flow);
  const [theme, setTheme] = useState<"light" | "dark">(query.get("theme") === "dark" ? "dark" : "light");
  const [goTo] = useState(() => (query.has("goTo") ? placeOf(query.get("goTo") ?? "") : null));
  const [templates, setTemplates] = useState<readonly KeptStepTemplate[]>([]);
  const comments = useComments(query.has("comments"));
  useEffect(() => {
    document.documentElement.style.colorScheme = theme;
    Object.assign(window, { look: setTheme });
  }, [theme]);
  const shared = { language, theme, people: PEOPLE, roles: ROLES, systems: SYSTEMS } as const;
  const known = [{ id: "refund", name: { en: "Refunds", "zh-CN": "退款流程" }, versions: [1, 2] }];
  if (query.get("part") === "compare") {
    const versions =
      language === "en"
        ? { beforeTitle: "Version 3", afterTitle: "Draft" }
        : { beforeTitle: "第 3 版", afterTitle: "草稿" };
    return <FlowCompare {...shared} {...versions} before={before(flow)} after={flow} />;
  }
  if (query.get("part") === "viewer") {
    return (
      <FlowViewer
        {...shared}
        definition={definition}
        flows={known}
        overlays={{
          check: { state: "done", note: language === "en" ? "Lin, 9:40" : "林晓，9:40" },
          review_block: { state: "done" },
          goods_block: { state: "current", waiting: 4, overdue: 1 },
          inspect: { state: "current", waiting: 3, overdue: 1 },
          refund: { state: "current", incidents: 1 },
          tell_done: { state: "future" },
          end_done: { state: "future" },
        }}
        takenEdges={["requested-to-check", "check-to-review_block", "review_block-to-accepted"]}
      />
    );
  }
  return (
    <FlowDesigner
      {...shared}
      definition={definition}
      onChange={setDefinition}
      readOnly={query.has("readOnly")}
      comments={comments}
      tips={query.has("tips")}
      goTo={goTo}
      onSearch={findCases}
      {...(query.has("templates")
        ? {
            stepTemplates: templates,
            onSaveStepTemplate: async (content: KeptStepTemplate["content"]) =>
              setTemplates([...templates, { version: 1, content }]),
          }
        : {})}
      flows={known}
      decisions={[{ id: "discount", name: { en: "Discount", "zh-CN": "折扣" } }]}
      beginnings={[
        {
          id: "returns",
          name: { en: "Customer return handling", "zh-CN": "客户退货处理" },
          description: { en: "From the request to the refund.", "zh-CN": "从申请到退款。" },
        },
        {
          id: "leave",
          name: { en: "Three-level approval", "zh-CN": "三级审批" },
          description: { en: "Team lead, department, management.", "zh-CN": "组长、部门、管理层依次审批。" },
        },
      ]}
      onBegin={() => setDefinition(RETURNS)}
      onTryCall={async () => ({
        request: { method: "POST", url: "https://shop.example/returns/check", headers: {}, body: "{}" },
        response: { status: 200, headers: {}, body: '{"risk":0.2}' },
        error: null,
        milliseconds: 42,
      })}
    />
  );
}

const page = document.querySelector("main");
if (page) createRoot(page).render(<Page />);
