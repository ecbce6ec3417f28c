import type { BilingualText } from "@flowright/definition";

/** Why a definition cannot be compiled; checking it beforehand finds each of these and more. */
export const COMPILE_CODES = {
  "compile.expression": {
    message: { en: "“{expression}”: {reason}", "zh-CN": "“{expression}”：{reason}" },
    fix: { en: "{remedy}", "zh-CN": "{remedy}" },
  },
  "compile.decision": {
    message: { en: "{reason}", "zh-CN": "{reason}" },
    fix: { en: "{remedy}", "zh-CN": "{remedy}" },
  },
  "compile.calendar-unknown": {
    message: {
      en: "No working calendar {id} can be counted by.",
      "zh-CN": "没有可用的工作日历 {id}。",
    },
    fix: {
      en: "Choose a calendar of the flow, or add it there.",
      "zh-CN": "请选择流程中的工作日历，或先在流程设置中添加。",
    },
  },
  "compile.id-twice": {
    message: { en: "The id {id} is used twice.", "zh-CN": "编号 {id} 重复使用。" },
    fix: { en: "Give each step and connection its own id.", "zh-CN": "请为每个节点和连线指定唯一编号。" },
  },
  "compile.edge-end": {
    message: {
      en: "The connection {id} does not lead from a step to a step of the same level.",
      "zh-CN": "连线 {id} 的两端不是同一层级的节点。",
    },
    fix: { en: "Connect it again, or delete it.", "zh-CN": "请重新连接或删除该连线。" },
  },
  "compile.boundary-host": {
    message: {
      en: "The boundary event {id} is not attached to a step of the same level that waits.",
      "zh-CN": "边界事件 {id} 没有附着在同一层级、会等待的节点上。",
    },
    fix: { en: "Attach it to a task or sub-process.", "zh-CN": "请将其附着到任务或子流程上。" },
  },
  "compile.no-start": {
    message: { en: "There is no start.", "zh-CN": "缺少开始节点。" },
    fix: { en: "Add a start event.", "zh-CN": "请添加开始节点。" },
  },
  "compile.gateway-follower": {
    message: {
      en: "After the event-based gateway {id} only events may follow that wait for a timer or a message.",
      "zh-CN": "事件网关 {id} 之后只能连接等待定时器或消息的事件。",
    },
    fix: { en: "Connect it to catch events.", "zh-CN": "请连接到中间捕获事件。" },
  },
  "compile.link": {
    message: { en: "Nothing catches the link that {id} leads to.", "zh-CN": "链接 {id} 没有对应的接收端。" },
    fix: { en: "Add a catching link of the same name.", "zh-CN": "请添加同名的链接接收事件。" },
  },
  "compile.handler": {
    message: {
      en: "The event {id} does not lead to a step that can undo the work.",
      "zh-CN": "事件 {id} 没有指向可用于撤销的节点。",
    },
    fix: {
      en: "Connect it to one task that has no other connections.",
      "zh-CN": "请将其连接到一个没有其他连线的任务。",
    },
  },
  "compile.plan-step": {
    message: { en: "{id} cannot be a step of a plan.", "zh-CN": "{id} 不能作为计划中的步骤。" },
    fix: { en: "Keep only tasks and sub-processes in it.", "zh-CN": "计划中只能放任务和子流程。" },
  },
  "compile.plan-circle": {
    message: {
      en: "The step {id} waits, through others, for itself.",
      "zh-CN": "步骤 {id} 经由其他步骤依赖于自身。",
    },
    fix: { en: "Remove one of the dependencies.", "zh-CN": "请删除其中一条依赖。" },
  },
  "compile.nested-too-deep": {
    message: { en: "Sub-processes are nested too deeply.", "zh-CN": "子流程嵌套过深。" },
    fix: { en: "Nest at most 20 levels.", "zh-CN": "最多嵌套 20 层。" },
  },
} as const satisfies Record<string, { readonly message: BilingualText; readonly fix: BilingualText }>;

export type CompileCode = keyof typeof COMPILE_CODES;
