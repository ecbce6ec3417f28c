import { element } from "./element-type.ts";

export const exclusive = element(
  "exclusive",
  "decision",
  {
    common: true,
    name: ["Decision", "条件判断"],
    hint: ["Takes the first branch whose condition is true", "按顺序判断条件，走第一个满足的分支"],
    keywords: ["exclusive gateway", "if", "xor", "condition", "branch", "排他网关", "条件分支"],
  },
  () => ({ kind: "exclusive" }),
);

export const parallel = element(
  "parallel",
  "decision",
  {
    common: true,
    name: ["In parallel", "并行"],
    hint: ["Takes all branches at once, or waits for all of them", "同时走所有分支，或等待所有分支汇合"],
    keywords: ["parallel gateway", "and", "fork", "join", "split", "并行网关", "汇聚"],
  },
  () => ({ kind: "parallel" }),
);

export const inclusive = element(
  "inclusive",
  "decision",
  {
    name: ["Every branch that fits", "满足即走"],
    hint: [
      "Takes each branch whose condition is true, or waits for all that can still come",
      "走所有满足条件的分支，或等待所有还会到达的分支",
    ],
    keywords: ["inclusive gateway", "or", "some", "包容网关", "多选"],
  },
  () => ({ kind: "inclusive" }),
);

export const eventBased = element(
  "eventBased",
  "decision",
  {
    common: true,
    name: ["Whichever comes first", "先到先走"],
    hint: ["Waits for the first of several messages or times", "等待多个事件，最先发生的决定走向"],
    keywords: ["event based gateway", "race", "事件网关"],
  },
  () => ({ kind: "eventBased" }),
);

export const complex = element(
  "complex",
  "decision",
  {
    name: ["When enough have come", "够数即走"],
    hint: ["Goes on once a number of its branches have come", "到达的分支够数后继续，其余等待或取消"],
    keywords: ["complex gateway", "n of m", "quorum", "first of", "复杂网关", "部分到达"],
  },
  () => ({ kind: "complex", need: { type: "count", count: 1 } }),
);
