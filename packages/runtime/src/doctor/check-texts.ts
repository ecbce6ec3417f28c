import type { BilingualText } from "@flowright/definition";

/** What is said of an invariant that does not hold, and what to do. Codes begin with the invariant's number. */
export const checkTexts = {
  "I1.started-twice": {
    title: {
      en: "One call of a case began more than one case",
      "zh-CN": "流程实例的一次调用启动了多个流程实例",
    },
    fix: {
      en: "Cancel the case that is too many on its page; the other one answers the call.",
      "zh-CN": "在流程实例页面取消多余的流程实例，由另一个流程实例回应该调用。",
    },
  },
  "I1.start-lost": {
    title: {
      en: "A start was answered, but the case is not there",
      "zh-CN": "启动已得到确认，但流程实例不存在",
    },
    fix: {
      en: "Restore the database from a backup, or start the case again under a new key.",
      "zh-CN": "请从备份恢复数据库，或使用新的键重新启动流程实例。",
    },
  },
  "I2.done-twice": {
    title: {
      en: "A task, job, timer or call is completed more than once in the history",
      "zh-CN": "历史中同一任务、作业、定时器或调用完成了多次",
    },
    fix: {
      en: "Look at the case's history and at the system that was called, and put right by hand what was done twice.",
      "zh-CN": "请查看流程实例历史和被调用的系统，并手动更正重复执行的操作。",
    },
  },
  "I3.turn-missing": {
    title: { en: "The history of a case has gaps", "zh-CN": "流程实例的历史不完整" },
    fix: {
      en: "Restore the missing months of the event log from a backup; the case itself goes on.",
      "zh-CN": "请从备份恢复事件日志中缺失的月份；流程实例本身可继续运行。",
    },
  },
  "I3.state-differs": {
    title: {
      en: "What is stored of a case is not what its history makes of it",
      "zh-CN": "流程实例的存储状态与其历史不一致",
    },
    fix: {
      en: "Run the doctor with --repair: where the history is complete, it tells the state.",
      "zh-CN": "请使用 --repair 运行 doctor：历史完整时，以历史为准。",
    },
  },
  "I3.row-differs": {
    title: {
      en: "Status or end of a case are not those of its state",
      "zh-CN": "流程实例的状态或结束时间与其内部状态不一致",
    },
    fix: { en: "Run the doctor with --repair.", "zh-CN": "请使用 --repair 运行 doctor。" },
  },
  "I3.incidents-differ": {
    title: { en: "The number of a case's open incidents is wrong", "zh-CN": "流程实例的未解决异常数不正确" },
    fix: { en: "Run the doctor with --repair.", "zh-CN": "请使用 --repair 运行 doctor。" },
  },
  "I4.timer-missing": {
    title: { en: "A case waits for a timer that is not there", "zh-CN": "流程实例等待的定时器不存在" },
    fix: {
      en: "Run the doctor with --repair: the timer is set again for the time in the history.",
      "zh-CN": "请使用 --repair 运行 doctor：定时器将按历史中的时间重新设置。",
    },
  },
  "I4.timer-unawaited": {
    title: { en: "A timer that no case waits for", "zh-CN": "没有流程实例等待的定时器" },
    fix: {
      en: "Run the doctor with --repair: the timer is removed.",
      "zh-CN": "请使用 --repair 运行 doctor：该定时器将被删除。",
    },
  },
  "I4.timer-early": {
    title: { en: "A timer fired before it was due", "zh-CN": "定时器提前触发" },
    fix: {
      en: "Check whether the database's clock was set back; the case cannot be turned back by itself.",
      "zh-CN": "请检查数据库时钟是否被回拨；流程实例无法自动回退。",
    },
  },
  "I4.pause-differs": {
    title: {
      en: "A wait is paused though its case is not suspended, or the other way round",
      "zh-CN": "等待项的暂停状态与流程实例是否挂起不一致",
    },
    fix: { en: "Run the doctor with --repair.", "zh-CN": "请使用 --repair 运行 doctor。" },
  },
  "I5.nothing-awaited": {
    title: {
      en: "A running case waits for nothing and would stand still for ever",
      "zh-CN": "运行中的流程实例没有任何等待项，将永远停滞",
    },
    fix: {
      en: "Open the case and move it on by hand (Repair › Move), or cancel it.",
      "zh-CN": "请打开流程实例并手动推进（修复 › 移动），或取消流程实例。",
    },
  },
  "I5.task-missing": {
    title: {
      en: "A case waits for a task that is in nobody's list",
      "zh-CN": "流程实例等待的任务不在任何人的列表中",
    },
    fix: {
      en: "Run the doctor with --repair: the task is opened again under its number.",
      "zh-CN": "请使用 --repair 运行 doctor：任务将以原编号重新打开。",
    },
  },
  "I5.job-missing": {
    title: {
      en: "A case waits for a call that nobody will make",
      "zh-CN": "流程实例等待的作业不存在，不会被执行",
    },
    fix: {
      en: "Open the case, end the step by hand and begin it again (Repair › Move): what the call sends is not kept in the history.",
      "zh-CN": "请打开流程实例，手动结束该步骤并重新开始（修复 › 移动）：调用发送的内容不保存在历史中。",
    },
  },
  "I5.job-unawaited": {
    title: { en: "A call would be made that no case waits for", "zh-CN": "存在没有流程实例等待的作业" },
    fix: {
      en: "Run the doctor with --repair: the job is removed.",
      "zh-CN": "请使用 --repair 运行 doctor：该作业将被删除。",
    },
  },
  "I5.subscription-missing": {
    title: {
      en: "A case waits for a message or signal that would not find it",
      "zh-CN": "流程实例等待的消息或信号无法送达",
    },
    fix: {
      en: "Run the doctor with --repair: the case listens again.",
      "zh-CN": "请使用 --repair 运行 doctor：流程实例将重新开始监听。",
    },
  },
  "I5.subscription-unawaited": {
    title: {
      en: "A message would be brought to a case that does not wait for it",
      "zh-CN": "消息会送给并未等待它的流程实例",
    },
    fix: {
      en: "Run the doctor with --repair: the case no longer listens.",
      "zh-CN": "请使用 --repair 运行 doctor：流程实例将停止监听。",
    },
  },
  "I5.incident-missing": {
    title: { en: "A case stands at an incident that nobody sees", "zh-CN": "流程实例停在无人可见的异常上" },
    fix: {
      en: "Run the doctor with --repair: the incident is shown again.",
      "zh-CN": "请使用 --repair 运行 doctor：异常将重新显示。",
    },
  },
  "I5.incident-unawaited": {
    title: { en: "An open incident at which no case stands", "zh-CN": "没有流程实例停留的未解决异常" },
    fix: {
      en: "Run the doctor with --repair: the incident is closed.",
      "zh-CN": "请使用 --repair 运行 doctor：异常将被关闭。",
    },
  },
  "I5.call-missing": {
    title: {
      en: "A case waits for a called case that is not there or has ended unheard",
      "zh-CN": "流程实例等待的被调用流程实例不存在，或已结束但未通知",
    },
    fix: {
      en: "Run the doctor with --repair: a called case that has ended says so again. One that never began: open the case and begin the step again (Repair › Move).",
      "zh-CN":
        "请使用 --repair 运行 doctor：已结束的被调用流程实例将重新通知。若从未启动：请打开流程实例并重新开始该步骤（修复 › 移动）。",
    },
  },
  "I6.turn-twice": {
    title: { en: "Two servers wrote the same turn of a case", "zh-CN": "两个服务器写入了流程实例的同一轮次" },
    fix: {
      en: "Stop all servers of older versions, then look at the case's history.",
      "zh-CN": "请停止所有旧版本服务器，然后检查流程实例历史。",
    },
  },
  "I6.lease-broken": {
    title: {
      en: "A job's lease is half there, or it was tried too often",
      "zh-CN": "作业的租约不完整，或尝试次数超限",
    },
    fix: {
      en: "Run the doctor with --repair: the job can be taken again.",
      "zh-CN": "请使用 --repair 运行 doctor：作业可重新被领取。",
    },
  },
  "I7.task-unawaited": {
    title: {
      en: "A task is in people's lists that no case waits for",
      "zh-CN": "列表中存在没有流程实例等待的任务",
    },
    fix: {
      en: "Run the doctor with --repair: the task is cancelled.",
      "zh-CN": "请使用 --repair 运行 doctor：该任务将被取消。",
    },
  },
  "I8.step-unknown": {
    title: {
      en: "A case stands at a step that its flow does not have",
      "zh-CN": "流程实例停在流程中不存在的步骤",
    },
    fix: {
      en: "Open the case and move it to a step that is there, or carry it over to the version that has the step.",
      "zh-CN": "请打开流程实例并移动到存在的步骤，或将其迁移到包含该步骤的版本。",
    },
  },
  "I8.token-lost": {
    title: { en: "The parts of a case's state do not fit together", "zh-CN": "流程实例状态的各部分不一致" },
    fix: {
      en: "Run the doctor with --repair: where the history is complete, it tells the state. Otherwise cancel the case and start it again.",
      "zh-CN": "请使用 --repair 运行 doctor：历史完整时以历史为准。否则请取消流程实例并重新启动。",
    },
  },
  "I9.table-open": {
    title: {
      en: "A table does not keep workspaces apart (row-level security)",
      "zh-CN": "数据表未隔离工作区（行级安全）",
    },
    fix: {
      en: "Run the doctor with --repair, and find out who changed the table.",
      "zh-CN": "请使用 --repair 运行 doctor，并查明是谁修改了该表。",
    },
  },
  "I9.tenant-differs": {
    title: { en: "Rows of a case carry another workspace", "zh-CN": "流程实例的行属于另一个工作区" },
    fix: {
      en: "Run the doctor with --repair: the rows go back to the workspace of their case.",
      "zh-CN": "请使用 --repair 运行 doctor：这些行将归还其流程实例所在的工作区。",
    },
  },
  "R.case-missing": {
    title: { en: "Rows of a case that is not there", "zh-CN": "流程实例不存在但仍有其数据行" },
    fix: {
      en: "Run the doctor with --repair: the rows are removed.",
      "zh-CN": "请使用 --repair 运行 doctor：这些行将被删除。",
    },
  },
  "R.history-alone": {
    title: { en: "The history of a case that is not there", "zh-CN": "流程实例不存在但仍有其历史" },
    fix: {
      en: "Restore the case from a backup. If it was removed on purpose, its history may be removed, too.",
      "zh-CN": "请从备份恢复流程实例。若为有意删除，其历史也可删除。",
    },
  },
  "R.latest-differs": {
    title: {
      en: "A flow's newest version is not the one it starts with",
      "zh-CN": "流程启动所用版本不是最新版本",
    },
    fix: { en: "Run the doctor with --repair.", "zh-CN": "请使用 --repair 运行 doctor。" },
  },
  "R.version-missing": {
    title: {
      en: "A running case whose version of the flow is not there",
      "zh-CN": "运行中流程实例所用的流程版本不存在",
    },
    fix: {
      en: "Restore the version from a backup; until then the case cannot go on.",
      "zh-CN": "请从备份恢复该版本；在此之前流程实例无法继续。",
    },
  },
} as const satisfies Record<string, { readonly title: BilingualText; readonly fix: BilingualText }>;

export type CheckCode = keyof typeof checkTexts;
