import type { Node, Problem } from "@flowright/definition";
import { expect, test } from "vitest";
import { namedProblem } from "./named-problem.ts";

const nodes = new Map<string, Node>([
  ["pack", { id: "pack", kind: "userTask", name: { en: "Pack it", "zh-CN": "打包" } } as Node],
  ["bare", { id: "bare", kind: "userTask" } as Node],
]);

const problem = (node: string): Problem => ({
  code: "x",
  severity: "error",
  path: "",
  params: { node, count: 2 },
  message: { en: `The step ${node} of package is open.`, "zh-CN": `步骤 ${node} 未结束。` },
  fix: { en: `Cancel ${node}.`, "zh-CN": `请取消 ${node}。` },
});

test("steps are named, whole ids alone", () => {
  expect(namedProblem(problem("pack"), nodes)).toEqual({
    code: "x",
    node: null,
    message: { en: "The step “Pack it” of package is open.", "zh-CN": "步骤 “打包” 未结束。" },
    fix: { en: "Cancel “Pack it”.", "zh-CN": "请取消 “打包”。" },
  });
});

test("a step without a name keeps its id, and so does what is none", () => {
  expect(namedProblem(problem("bare"), nodes).message.en).toBe("The step bare of package is open.");
  expect(namedProblem(problem("nobody"), nodes).message.en).toBe("The step nobody of package is open.");
});
