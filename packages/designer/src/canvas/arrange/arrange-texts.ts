export const ARRANGE_TEXTS = {
  name: "arrange",
  en: { arrange: "Arrange the selection", selected: "{count} steps" },
  "zh-CN": { arrange: "排列所选内容", selected: "{count} 个节点" },
} as const;
