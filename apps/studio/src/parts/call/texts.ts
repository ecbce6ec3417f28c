import { defineTexts } from "../../i18n/define-texts.ts";

export const useCallTexts = defineTexts("call", {
  en: {
    call: "Call",
    answer: "Answer",
    took: "{{status}}, after {{time}} ms",
    noAnswer: "No answer came.",
    headers: { one: "{{count}} header", other: "{{count}} headers" },
    empty: "no content",
    silent: "{{system}} did not answer",
    broken: "{{system}} did not answer properly ({{status}})",
    refused: "{{system}} refused the call ({{status}})",
    strange: "{{system}} gave an unexpected answer",
  },
  "zh-CN": {
    call: "请求",
    answer: "响应",
    took: "{{status}}，耗时 {{time}} 毫秒",
    noAnswer: "没有收到响应。",
    headers: "{{count}} 个标头",
    empty: "没有内容",
    silent: "{{system}}没有响应",
    broken: "{{system}}没有正常响应（{{status}}）",
    refused: "{{system}}拒绝了请求（{{status}}）",
    strange: "{{system}}返回了意外的内容",
  },
});
