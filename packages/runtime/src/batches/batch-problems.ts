import { type ProblemCode, refuser } from "../problem/problem-code.ts";

export const refuseBatch = refuser({
  "batch.unknown": {
    status: 404,
    message: { en: "There is no batch {id}.", "zh-CN": "没有编号为 {id} 的批量操作。" },
    fix: { en: "Choose one from the list of batches.", "zh-CN": "请从批量操作列表中选择。" },
  },
  "batch.no-choice": {
    status: 422,
    message: {
      en: "It does not say which cases: by their ids, or by a filter, not both.",
      "zh-CN": "未说明针对哪些流程实例：请给出编号列表或筛选条件，二者只能选其一。",
    },
    fix: { en: "Send `instances` or `where`.", "zh-CN": "请提供 instances 或 where。" },
  },
  "batch.no-cases": {
    status: 422,
    message: { en: "No case fits the filter.", "zh-CN": "没有符合筛选条件的流程实例。" },
    fix: { en: "Choose other cases.", "zh-CN": "请选择其他实例。" },
  },
  "batch.too-many": {
    status: 422,
    message: {
      en: "More than {most} cases fit; a batch takes {most} at most.",
      "zh-CN": "符合条件的实例超过 {most} 个；一次批量操作最多 {most} 个。",
    },
    fix: {
      en: "Narrow the filter, and do the rest in another batch.",
      "zh-CN": "请缩小筛选范围，分批处理。",
    },
  },
  "batch.over": {
    status: 409,
    message: { en: "This batch is over.", "zh-CN": "该批量操作已结束。" },
    fix: { en: "Create another one.", "zh-CN": "请新建批量操作。" },
  },
  "batch.nothing-to-retry": {
    status: 409,
    message: { en: "Nothing is wrong with this case.", "zh-CN": "该流程实例没有异常。" },
    fix: { en: "There is nothing to do.", "zh-CN": "无需处理。" },
  },
  "batch.nothing-there": {
    status: 409,
    message: { en: "The case does not stand at “{node}”.", "zh-CN": "该流程实例当前不在“{node}”。" },
    fix: { en: "Move it by hand where it stands.", "zh-CN": "请在实例页面手动移动。" },
  },
} as const satisfies Record<string, ProblemCode>);
