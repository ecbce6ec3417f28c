import { defineTexts } from "../../i18n/define-texts.ts";

export const useIncidentTexts = defineTexts("incident", {
  en: {
    incidentAt: "Incident: {{step}}",
    attempts: { one: "{{count}} attempt", other: "{{count}} attempts" },
    retry: "Retry",
    trying: "Trying again…",
    solved: "It worked: {{step}} is done and the case goes on.",
    solvedCase: "It worked: the case can be read again and goes on.",
    again: "It failed again. Look at the answer below; mend the cause, then retry.",
    paused: "The case is paused; it is tried again once the case is resumed.",
    details: "Details",
    code: "Code",
    noRight: "Retrying needs the permission to operate cases.",
  },
  "zh-CN": {
    incidentAt: "异常：{{step}}",
    attempts: "已尝试 {{count}} 次",
    retry: "重试",
    trying: "正在重试…",
    solved: "重试成功：“{{step}}”已完成，流程继续执行。",
    solvedCase: "重试成功：流程实例已恢复可读，流程继续执行。",
    again: "重试后仍然失败。请查看下方的响应，排除原因后再重试。",
    paused: "流程实例已暂停，恢复后会再次执行。",
    details: "详情",
    code: "代码",
    noRight: "重试需要流程操作权限。",
  },
});
