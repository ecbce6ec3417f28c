import { type Edge, type Node, textOf, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import type { Refusal } from "../command.ts";

type Named = (language: "en" | "zh-CN") => string;

const nameOf =
  (node: Node | undefined): Named =>
  (language) =>
    node ? textOf(node.name, language) || elementTypeOf(node).name[language] : "";

function refusal(code: string, en: string, zh: string): Refusal {
  return { code, message: { en, "zh-CN": zh } };
}

/** Why steps cannot become a sub-process, told with the line or the step that stands in the way. */
export const extractRefusals = {
  nothing: refusal("extract.nothing", "Select the steps of the new sub-process.", "请先选择要提取的节点。"),
  severalLevels: refusal(
    "extract.several-levels",
    "All steps of the new sub-process must stand on the same level.",
    "要提取的节点必须处于同一层级。",
  ),
  noOrder: refusal(
    "extract.no-order",
    "In a plan or among steps in any order there is no way in and no way out.",
    "计划和自由步骤中没有唯一的入口和出口，不能提取子流程。",
  ),
  anotherWayIn: (definition: WorkflowDefinition, line: Edge, entry: string) => {
    const [from, to, first] = [line.source, line.target, entry].map((id) => named(definition, id));
    return refusal(
      "extract.another-way-in",
      `There must be one way in. The line from “${from?.("en")}” leads to “${to?.("en")}”, but others lead to “${first?.("en")}”.`,
      `入口必须唯一：从“${from?.("zh-CN")}”出发的连线指向“${to?.("zh-CN")}”，而其他连线指向“${first?.("zh-CN")}”。`,
    );
  },
  anotherWayOut: (definition: WorkflowDefinition, line: Edge, exit: string) => {
    const [from, to, first] = [line.source, line.target, exit].map((id) => named(definition, id));
    return refusal(
      "extract.another-way-out",
      `There must be one way out. The line from “${from?.("en")}” leads to “${to?.("en")}”, but others lead to “${first?.("en")}”.`,
      `出口必须唯一：从“${from?.("zh-CN")}”出发的连线指向“${to?.("zh-CN")}”，而其他连线指向“${first?.("zh-CN")}”。`,
    );
  },
  severalLines: (definition: WorkflowDefinition, line: Edge) => {
    const [from, to] = [line.source, line.target].map((id) => named(definition, id));
    return refusal(
      "extract.several-lines",
      `The line from “${from?.("en")}” to “${to?.("en")}” is one of several that may be taken at the same time. Join them before with a parallel or inclusive join.`,
      `从“${from?.("zh-CN")}”到“${to?.("zh-CN")}”的连线是可能同时走的多条连线之一，请先用并行或包容汇聚合并。`,
    );
  },
  start: (node: Node) =>
    refusal(
      "extract.start",
      `“${nameOf(node)("en")}” begins the flow and must stay outside.`,
      `“${nameOf(node)("zh-CN")}”是流程的开始，必须留在子流程之外。`,
    ),
  endsFlow: (node: Node) =>
    refusal(
      "extract.ends-flow",
      `At “${nameOf(node)("en")}” the flow ends; inside a sub-process it would go on after it. Leave it out, or take everything after it along.`,
      `流程在“${nameOf(node)("zh-CN")}”结束；放入子流程后流程还会继续。请不要选它，或把其后的节点一并选上。`,
    ),
  neverDone: (node: Node) =>
    refusal(
      "extract.never-done",
      `All ways through these steps end in the error “${nameOf(node)("en")}”, so nothing ever leads out.`,
      `这些节点的所有路径都以错误“${nameOf(node)("zh-CN")}”结束，因此没有出口。`,
    ),
  severalBeginnings: (node: Node) =>
    refusal(
      "extract.several-beginnings",
      `No line leads to “${nameOf(node)("en")}”, so there is no single way in.`,
      `没有连线指向“${nameOf(node)("zh-CN")}”，因此没有唯一的入口。`,
    ),
};

function named(definition: WorkflowDefinition, id: string): Named {
  return nameOf(indexOf(definition).nodes.get(id)?.node);
}
