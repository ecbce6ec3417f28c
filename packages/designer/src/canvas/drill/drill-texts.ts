export const DRILL_TEXTS = {
  name: "drill",
  en: {
    where: "Where you are in the flow",
    wholeFlow: "Whole flow",
    backTo: "Back to {name} (Esc)",
    inside: "Inside {name}. Esc leads back.",
    enter: "Show {name} on its own",
  },
  "zh-CN": {
    where: "当前所在位置",
    wholeFlow: "整个流程",
    backTo: "返回{name}（Esc）",
    inside: "已进入{name}，按 Esc 返回。",
    enter: "单独打开{name}",
  },
} as const;
