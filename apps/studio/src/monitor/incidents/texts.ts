import { defineTexts } from "../../i18n/define-texts.ts";

export const useIncidentsTexts = defineTexts("monitor-incidents", {
  en: {
    title: "Incidents",
    open: "Open incidents",
    lead: "Steps that stopped after every automatic try. The case waits until somebody tries again.",
    chosen: "The chosen incident",
    attempts: { one: "{{count}} attempt", other: "{{count}} attempts" },
    none: "No open incidents",
    noneFix: "Every step works. A step that fails for good shows here and on its flow.",
    toFlows: "Look at the flows",
    case: "Case {{number}}",
    back: "All incidents",
  },
  "zh-CN": {
    title: "异常",
    open: "未解决的异常",
    lead: "自动重试后仍然失败的节点。流程实例会停在这里，直到有人重试。",
    chosen: "所选异常",
    attempts: "已尝试 {{count}} 次",
    none: "没有未解决的异常",
    noneFix: "所有节点运行正常。最终失败的节点会显示在这里和流程图上。",
    toFlows: "查看流程",
    case: "流程实例 {{number}}",
    back: "全部异常",
  },
});
