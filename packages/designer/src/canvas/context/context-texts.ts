export const CONTEXT_TEXTS = {
  name: "context",
  en: {
    step: "What can be done with {name}",
    line: "What can be done with this line",
    group: "What can be done with this group",
    several: "What can be done with the selection",
    ground: "What can be done here",
  },
  "zh-CN": {
    step: "{name}的操作",
    line: "连线的操作",
    group: "编组的操作",
    several: "所选内容的操作",
    ground: "画布的操作",
  },
} as const;
