import { defineTexts } from "../../i18n/define-texts.ts";

export const useStartedTexts = defineTexts("started", {
  en: {
    title: "Started by me",
    lead: "Where each case stands, and with whom.",
    none: "You have not started a case yet.",
    noneFix: "Cases that you start appear here with their progress.",
    start: "Start a case",
    untitled: "Case {{number}}",
    startedAt: "started {{when}}",
    endedAt: "ended {{when}}",
    more: "Show more",
  },
  "zh-CN": {
    title: "我发起的",
    lead: "每个流程实例的进度和当前处理人。",
    none: "你还没有发起过流程。",
    noneFix: "你发起的流程及其进度会出现在这里。",
    start: "发起流程",
    untitled: "流程实例 {{number}}",
    startedAt: "发起于{{when}}",
    endedAt: "结束于{{when}}",
    more: "显示更多",
  },
});
