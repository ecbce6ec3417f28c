import type { ProblemFamily } from "../problem-template.ts";

/** Working calendars and what is counted by them. */
export const CALENDAR_PROBLEMS = {
  "calendar.unknown": {
    severity: "error",
    message: {
      en: "“{step}” counts by the working calendar “{id}”, which the flow does not have.{suggestion}",
      "zh-CN": "“{step}”使用的工作日历“{id}”不在流程中。{suggestion}",
    },
    fix: {
      en: "Choose one of the flow's calendars, or add it to the flow.",
      "zh-CN": "请选择流程中的工作日历，或在流程设置中添加。",
    },
  },
  "calendar.duplicate": {
    severity: "error",
    message: { en: "Two working calendars have the id “{id}”.", "zh-CN": "有两个工作日历的标识都是“{id}”。" },
    fix: { en: "Keep one of them.", "zh-CN": "请只保留其中一个。" },
  },
  "calendar.time-zone-unknown": {
    severity: "error",
    message: {
      en: "The working calendar “{calendar}” is in the time zone “{found}”, which does not exist.",
      "zh-CN": "工作日历“{calendar}”的时区“{found}”不存在。",
    },
    fix: { en: "Choose a time zone such as Asia/Shanghai.", "zh-CN": "请选择时区，例如 Asia/Shanghai。" },
  },
  "calendar.date-invalid": {
    severity: "error",
    message: {
      en: "The working calendar “{calendar}” names the day “{found}”, which does not exist.",
      "zh-CN": "工作日历“{calendar}”中的日期“{found}”不存在。",
    },
    fix: { en: "Enter a day such as 2026-10-01.", "zh-CN": "请填写日期，例如 2026-10-01。" },
  },
  "calendar.days-reversed": {
    severity: "error",
    message: {
      en: "In the working calendar “{calendar}” the days from {from} end before they begin, on {to}.",
      "zh-CN": "工作日历“{calendar}”中，从 {from} 开始的日期段却在更早的 {to} 结束。",
    },
    fix: { en: "Swap the two days.", "zh-CN": "请交换这两个日期。" },
  },
  "calendar.duration-unit": {
    severity: "error",
    message: {
      en: "“{step}” counts “{found}” by a working calendar; only days, hours, minutes and seconds can be.",
      "zh-CN": "“{step}”按工作日历计算“{found}”，但只能使用天、时、分、秒。",
    },
    fix: {
      en: "Write days or hours, for example P5D for a working week, or count by the clock.",
      "zh-CN": "请改用天或小时，例如一个工作周写作 P5D；或者按自然时间计算。",
    },
  },
} as const satisfies ProblemFamily;
