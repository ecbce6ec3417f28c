import { defineTexts } from "../i18n/define-texts.ts";

export const useTimeTexts = defineTexts("time", {
  en: {
    now: "now",
    minutes: "{{count}} min",
    hours: "{{count}} h",
    days: { one: "{{count}} day", other: "{{count}} days" },
    left: "{{time}} left",
    late: "{{time}} late",
    ago: "{{time}} ago",
    justNow: "just now",
    today: "today {{time}}",
    tomorrow: "tomorrow {{time}}",
    yesterday: "yesterday {{time}}",
    due: "Due {{when}}",
    noDue: "no due date",
  },
  "zh-CN": {
    now: "现在",
    minutes: "{{count}} 分钟",
    hours: "{{count}} 小时",
    days: "{{count}} 天",
    left: "剩 {{time}}",
    late: "逾期 {{time}}",
    ago: "{{time}}前",
    justNow: "刚刚",
    today: "今天 {{time}}",
    tomorrow: "明天 {{time}}",
    yesterday: "昨天 {{time}}",
    due: "截止时间：{{when}}",
    noDue: "无截止时间",
  },
});

export type TimeTexts = ReturnType<typeof useTimeTexts>;
