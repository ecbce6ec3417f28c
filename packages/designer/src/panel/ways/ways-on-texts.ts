export const WAYS_ON_TEXTS = {
  name: "waysOn",
  en: {
    title: "What comes next",
    nothing: "Nothing follows yet.",
    lineTo: "Line to “{name}”",
    existing: "Lead to a step that is there",
    fresh: "Add a step after it",
  },
  "zh-CN": {
    title: "后续节点",
    nothing: "后面还没有节点。",
    lineTo: "到“{name}”的连线",
    existing: "连到已有节点",
    fresh: "在其后添加节点",
  },
} as const;
