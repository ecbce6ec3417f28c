import type { ProblemFamily } from "@flowright/definition";

/** What an import has to say about a file that it could read. */
export const IMPORT_PROBLEMS = {
  "bpmn.not-bpmn": {
    severity: "error",
    message: {
      en: "This is not a BPMN 2.0 file: it begins with <{name}>.",
      "zh-CN": "这不是 BPMN 2.0 文件：它以 <{name}> 开头。",
    },
    fix: {
      en: "Export the drawing as BPMN 2.0 XML from the tool it comes from.",
      "zh-CN": "请在原工具中将流程图导出为 BPMN 2.0 XML。",
    },
  },
  "bpmn.no-process": {
    severity: "error",
    message: { en: "There is no process in this file.", "zh-CN": "文件中没有流程。" },
    fix: {
      en: "Choose a file with at least one process that has steps.",
      "zh-CN": "请选择至少包含一个流程的文件。",
    },
  },
  "bpmn.malformed": {
    severity: "error",
    message: {
      en: "The file is not well-formed XML: {reason}.",
      "zh-CN": "文件不是格式良好的 XML：{reason}。",
    },
    fix: {
      en: "Export the file once more from the tool it comes from.",
      "zh-CN": "请从原工具重新导出该文件。",
    },
  },
  "bpmn.not-representable": {
    severity: "error",
    message: {
      en: "The process {id} cannot be said as a flow: {reason}",
      "zh-CN": "流程 {id} 无法转换：{reason}",
    },
    fix: { en: "Make the process smaller, and import it again.", "zh-CN": "请缩小该流程后重新导入。" },
  },
  "bpmn.id-changed": {
    severity: "warning",
    message: {
      en: "The id “{from}” cannot be used here or is used twice; it is now {to}.",
      "zh-CN": "id“{from}”不可用或重复，已改为 {to}。",
    },
    fix: {
      en: "Where other systems name this step, use the new id.",
      "zh-CN": "如有其他系统引用该步骤，请使用新的 id。",
    },
  },
  "bpmn.reference-nowhere": {
    severity: "warning",
    message: {
      en: "{element} refers to “{id}”, which is not in the file.",
      "zh-CN": "{element} 引用了“{id}”，但文件中没有。",
    },
    fix: { en: "Set what is meant in the step itself.", "zh-CN": "请在步骤中直接设置。" },
  },
  "bpmn.line-nowhere": {
    severity: "error",
    message: {
      en: "The line {id} from “{source}” to “{target}” has an end that is not among the steps around it. It is left out.",
      "zh-CN": "连线 {id}（从“{source}”到“{target}”）的一端不在同一层的步骤中，已略去。",
    },
    fix: { en: "Draw the line anew.", "zh-CN": "请重新绘制该连线。" },
  },
  "bpmn.boundary-nowhere": {
    severity: "error",
    message: {
      en: "The event {id} is attached to “{host}”, which is no step beside it. It is left out.",
      "zh-CN": "事件 {id} 附着的“{host}”不是同一层的步骤，已略去。",
    },
    fix: { en: "Attach the event to its step anew.", "zh-CN": "请将该事件重新附着到步骤上。" },
  },
  "bpmn.expression-not-translated": {
    severity: "error",
    message: {
      en: "The expression “{text}” cannot be translated exactly. Its text is kept, and nothing runs in its place.",
      "zh-CN": "表达式“{text}”无法精确转换。已保留原文，但不会执行。",
    },
    fix: { en: "Say what is meant in FEEL.", "zh-CN": "请用 FEEL 重新表达。" },
  },
  "bpmn.script-not-translated": {
    severity: "error",
    message: {
      en: "The script of {id} is written in {language} and cannot be translated exactly. The step is now work for a system.",
      "zh-CN": "步骤 {id} 的脚本使用 {language}，无法精确转换。该步骤已改为系统任务。",
    },
    fix: {
      en: "Write its assignments in FEEL, or let a worker do the job {jobType}.",
      "zh-CN": "请用 FEEL 编写赋值，或由工作程序处理任务类型 {jobType}。",
    },
  },
  "bpmn.nobody": {
    severity: "warning",
    message: {
      en: "The file does not say who does {id}; it goes to whoever starts the case.",
      "zh-CN": "文件没有说明由谁处理 {id}，暂由流程发起人处理。",
    },
    fix: { en: "Choose a role or people for the step.", "zh-CN": "请为该步骤选择角色或人员。" },
  },
  "bpmn.several-groups": {
    severity: "warning",
    message: {
      en: "{id} is for several groups ({groups}); a step has one role, and the first was taken.",
      "zh-CN": "{id} 面向多个组（{groups}），每个步骤只有一个角色，已采用第一个。",
    },
    fix: {
      en: "Make one role for all who may do the step.",
      "zh-CN": "请为所有可处理该步骤的人建立一个角色。",
    },
  },
  "bpmn.work-unknown": {
    severity: "warning",
    message: {
      en: "The file does not say what {id} does; its job type is now {jobType}.",
      "zh-CN": "文件没有说明 {id} 做什么，任务类型暂为 {jobType}。",
    },
    fix: {
      en: "Choose a system and an operation, or let a worker do this job type.",
      "zh-CN": "请选择系统和操作，或由工作程序处理该任务类型。",
    },
  },
  "bpmn.code-elsewhere": {
    severity: "warning",
    message: {
      en: "{id} calls code of another engine ({code}); it is now the job type {jobType}.",
      "zh-CN": "{id} 调用其他引擎的代码（{code}），现为任务类型 {jobType}。",
    },
    fix: {
      en: "Let a worker do this job type, or choose a system and an operation.",
      "zh-CN": "请由工作程序处理该任务类型，或选择系统和操作。",
    },
  },
  "bpmn.event-missing": {
    severity: "error",
    message: {
      en: "The file does not say what {id} waits for or tells.",
      "zh-CN": "文件没有说明 {id} 等待或发出什么。",
    },
    fix: { en: "Choose an event for the step.", "zh-CN": "请为该步骤选择事件。" },
  },
  "bpmn.several-events": {
    severity: "error",
    message: {
      en: "{id} has several events; a step has one, and the first was taken.",
      "zh-CN": "{id} 有多个事件，每个步骤只有一个，已采用第一个。",
    },
    fix: { en: "Draw one step for each event.", "zh-CN": "请为每个事件绘制一个步骤。" },
  },
  "bpmn.callee-missing": {
    severity: "error",
    message: {
      en: "The file does not say which flow {id} calls.",
      "zh-CN": "文件没有说明 {id} 调用哪个流程。",
    },
    fix: { en: "Choose the flow.", "zh-CN": "请选择流程。" },
  },
  "bpmn.decision-missing": {
    severity: "error",
    message: {
      en: "The file does not say which table {id} decides by.",
      "zh-CN": "文件没有说明 {id} 使用哪个决策表。",
    },
    fix: { en: "Choose a decision table.", "zh-CN": "请选择决策表。" },
  },
  "bpmn.loop-unclear": {
    severity: "error",
    message: {
      en: "The file does not say how often {id} is done.",
      "zh-CN": "文件没有说明 {id} 执行多少次。",
    },
    fix: { en: "Give a list, a number or a condition.", "zh-CN": "请给出列表、次数或条件。" },
  },
  "bpmn.choice-added": {
    severity: "warning",
    message: {
      en: "Lines with conditions left {id} itself; a gateway {gateway} now stands between.",
      "zh-CN": "带条件的连线直接从 {id} 引出，已在中间加入网关 {gateway}。",
    },
    fix: { en: "Nothing has to be done.", "zh-CN": "无需处理。" },
  },
  "bpmn.ends-added": {
    severity: "warning",
    message: {
      en: "{id} is drawn without start or end; it begins where no line leads to and ends where none leaves. That is now drawn.",
      "zh-CN": "{id} 没有绘制开始或结束：它从没有连线进入的步骤开始，到没有连线引出的步骤结束。现已补上。",
    },
    fix: { en: "Nothing has to be done.", "zh-CN": "无需处理。" },
  },
  "bpmn.answer-unmapped": {
    severity: "warning",
    message: {
      en: "{id} does not say which fields its answer goes into. Other engines put all of it into the case; here only what is named.",
      "zh-CN": "{id} 没有说明结果写入哪些字段。其他引擎会全部写入，而这里只写入列出的字段。",
    },
    fix: {
      en: "If later steps need the answer, name the fields under its results.",
      "zh-CN": "如后续步骤需要结果，请在结果映射中列出字段。",
    },
  },
  "bpmn.need-unclear": {
    severity: "error",
    message: {
      en: "How many branches {id} waits for cannot be read from the file; it now waits for one.",
      "zh-CN": "无法从文件得知 {id} 等待多少条分支，暂设为一条。",
    },
    fix: { en: "Set the number of branches.", "zh-CN": "请设置分支数量。" },
  },
  "bpmn.all-variables": {
    severity: "warning",
    message: {
      en: "{id} hands over all data; flows hand over only what is named.",
      "zh-CN": "{id} 传递全部数据，而流程只传递列出的字段。",
    },
    fix: { en: "Name the fields that the called flow needs.", "zh-CN": "请列出被调用流程需要的字段。" },
  },
  "bpmn.instantiates": {
    severity: "error",
    message: {
      en: "{id} begins the flow by itself when its message comes; here only a start does.",
      "zh-CN": "{id} 在收到消息时自行启动流程，而这里只有开始事件可以启动。",
    },
    fix: { en: "Draw a start with this message before it.", "zh-CN": "请在其前面绘制带该消息的开始事件。" },
  },
  "bpmn.kind-unknown": {
    severity: "error",
    message: {
      en: "{id} is a <{element}>, which flows do not have. It is left out.",
      "zh-CN": "{id} 是 <{element}>，流程中没有对应内容，已略去。",
    },
    fix: { en: "Draw what is meant with other steps.", "zh-CN": "请用其他步骤表达。" },
  },
} as const satisfies ProblemFamily;

export type ImportProblemCode = keyof typeof IMPORT_PROBLEMS;
