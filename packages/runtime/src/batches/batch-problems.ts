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
      en: "It does not say which cases: by their ids, by a filter, or those that failed in another batch; one of these.",
      "zh-CN":
        "未说明针对哪些流程实例：请给出编号列表、筛选条件，或指定另一批量操作的失败项，三者只能选其一。",
    },
    fix: {
      en: "Send `instances`, `where` or `failedOf`.",
      "zh-CN": "请提供 instances、where 或 failedOf。",
    },
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
  "batch.none-failed": {
    status: 422,
    message: { en: "No case of that batch failed.", "zh-CN": "该批量操作没有失败的流程实例。" },
    fix: { en: "There is nothing to try again.", "zh-CN": "无需重试。" },
  },
  "batch.flow-unknown": {
    status: 422,
    message: {
      en: "There is no flow {id}, and no case of it is left.",
      "zh-CN": "流程 {id} 不存在，也没有它的流程实例。",
    },
    fix: {
      en: "Choose another flow; this one may have been deleted.",
      "zh-CN": "请选择其他流程；该流程可能已被删除。",
    },
  },
  "batch.several-flows": {
    status: 422,
    message: {
      en: "The cases belong to {count} flows; a version is one of a single flow.",
      "zh-CN": "所选流程实例属于 {count} 个流程，而版本只属于一个流程。",
    },
    fix: {
      en: "Choose cases of one flow, and move those of the others in batches of their own.",
      "zh-CN": "请只选择一个流程的实例，其他流程的实例另行批量迁移。",
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
  "batch.state-unreadable": {
    status: 409,
    message: {
      en: "The case is set aside: its state cannot be read. Nobody had noticed so far.",
      "zh-CN": "该流程实例已搁置：其状态无法读取，此前没有人发现。",
    },
    fix: {
      en: "Retry it once more: its state is put together anew from its history.",
      "zh-CN": "请再次重试：系统会根据历史记录重新生成其状态。",
    },
  },
  "batch.history-unreadable": {
    status: 409,
    message: {
      en: "The case is set aside: neither its state nor its history can be read. Nobody had noticed so far.",
      "zh-CN": "该流程实例已搁置：其状态和历史记录都无法读取，此前没有人发现。",
    },
    fix: { en: "Cancel it, and start it anew.", "zh-CN": "请取消该实例并重新发起。" },
  },
  "batch.definition-unreadable": {
    status: 409,
    message: {
      en: "The case is set aside: the version of its flow by which it runs cannot be read. Nobody had noticed so far.",
      "zh-CN": "该流程实例已搁置：它所用的流程版本无法读取，此前没有人发现。",
    },
    fix: {
      en: "Move it to another version of the flow, or cancel it.",
      "zh-CN": "请将该实例迁移到流程的其他版本，或取消它。",
    },
  },
  "batch.nothing-to-skip": {
    status: 409,
    message: {
      en: "No step of this case has an open incident.",
      "zh-CN": "该流程实例没有出现异常的节点。",
    },
    fix: { en: "There is nothing to skip.", "zh-CN": "没有需要跳过的节点。" },
  },
  "batch.no-step-behind": {
    status: 409,
    message: {
      en: "What follows “{node}” is not a single step, so where the case goes on must be decided.",
      "zh-CN": "“{node}”之后不是唯一的节点，需要人工决定从哪里继续。",
    },
    fix: {
      en: "Open the case and move it to the step where it goes on.",
      "zh-CN": "请打开该流程实例，调整到要继续的节点。",
    },
  },
  "batch.nothing-there": {
    status: 409,
    message: { en: "The case does not stand at “{node}”.", "zh-CN": "该流程实例当前不在“{node}”。" },
    fix: { en: "Move it by hand where it stands.", "zh-CN": "请在实例页面手动移动。" },
  },
} as const satisfies Record<string, ProblemCode>);
