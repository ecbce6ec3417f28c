import type { ElementType } from "./element-type.ts";

export const exclusive: ElementType = {
  id: "exclusive",
  kind: "exclusive",
  family: "decision",
  name: { en: "Decision", "zh-CN": "条件判断" },
  hint: {
    en: "Takes the first branch whose condition is true",
    "zh-CN": "按顺序判断条件，走第一个满足的分支",
  },
  keywords: ["exclusive gateway", "if", "xor", "condition", "branch", "排他网关", "条件分支"],
  is: (node) => node.kind === "exclusive",
  draft: () => ({ kind: "exclusive" }),
};

export const parallel: ElementType = {
  id: "parallel",
  kind: "parallel",
  family: "decision",
  name: { en: "In parallel", "zh-CN": "并行" },
  hint: {
    en: "Takes all branches at once, or waits for all of them",
    "zh-CN": "同时走所有分支，或等待所有分支汇合",
  },
  keywords: ["parallel gateway", "and", "fork", "join", "split", "并行网关", "汇聚"],
  is: (node) => node.kind === "parallel",
  draft: () => ({ kind: "parallel" }),
};

export const eventBased: ElementType = {
  id: "eventBased",
  kind: "eventBased",
  family: "decision",
  name: { en: "Whichever comes first", "zh-CN": "先到先走" },
  hint: {
    en: "Waits for the first of several messages or times",
    "zh-CN": "等待多个事件，最先发生的决定走向",
  },
  keywords: ["event based gateway", "race", "事件网关"],
  is: (node) => node.kind === "eventBased",
  draft: () => ({ kind: "eventBased" }),
};
