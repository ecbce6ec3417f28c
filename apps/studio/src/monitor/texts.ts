import { defineTexts } from "../i18n/define-texts.ts";

export const useMonitorTexts = defineTexts("monitor", {
  en: {
    parts: "Parts of Monitor",
    flows: "Flows",
    cases: "Cases",
    batches: "Batches",
    incidents: "Incidents",
    openIncidents: { one: "{{count}} open incident", other: "{{count}} open incidents" },
  },
  "zh-CN": {
    parts: "运行监控的页面",
    flows: "流程",
    cases: "流程实例",
    batches: "批量操作",
    incidents: "异常",
    openIncidents: "{{count}} 个未解决的异常",
  },
});
