import type { ElementType } from "./element-type.ts";

export const subProcess: ElementType = {
  id: "subProcess",
  kind: "subProcess",
  family: "container",
  name: { en: "Sub-process", "zh-CN": "子流程" },
  hint: { en: "A block of steps that belong together", "zh-CN": "把相关的节点放在一起，作为一个整体" },
  keywords: ["subprocess", "group", "block", "分组"],
  is: (node) => node.kind === "subProcess",
  draft: () => ({
    kind: "subProcess",
    nodes: [],
    edges: [],
  }),
};
