export const PALETTE_TEXTS = {
  en: {
    palette: "Steps",
    hint: "Drag onto the canvas or onto a line, or click to add.",
    people: "People",
    system: "Systems",
    decision: "Decisions",
    container: "Blocks",
    event: "Events",
    close: "Close",
  },
  "zh-CN": {
    palette: "节点",
    hint: "拖到画布或连线上，点击也可添加。",
    people: "人工",
    system: "系统",
    decision: "判断",
    container: "分组",
    event: "事件",
    close: "关闭",
  },
} as const;
