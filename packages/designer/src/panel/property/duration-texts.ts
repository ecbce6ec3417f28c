export const DURATION_TEXTS = {
  name: "duration",
  en: {
    unitOf: "{label}: unit",
    seconds: "seconds",
    minutes: "minutes",
    hours: "hours",
    days: "days",
    weeks: "weeks",
    formula: "by formula",
    text: "as written",
  },
  "zh-CN": {
    unitOf: "{label}：单位",
    seconds: "秒",
    minutes: "分钟",
    hours: "小时",
    days: "天",
    weeks: "周",
    formula: "按公式",
    text: "保持原样",
  },
} as const;
