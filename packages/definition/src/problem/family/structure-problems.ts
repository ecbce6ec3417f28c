import type { ProblemFamily } from "../problem-template.ts";

/** Steps and the lines between them do not make a flow. */
export const STRUCTURE_PROBLEMS = {
  "id.duplicate": {
    severity: "error",
    message: {
      en: "The id “{id}” is used more than once.",
      "zh-CN": "标识“{id}”重复使用。",
    },
    fix: {
      en: "Give this one another id; steps and lines share one set of ids, sub-processes included.",
      "zh-CN": "请换一个标识；节点与连线（含子流程内）的标识不能重复。",
    },
  },
  "id.reserved": {
    severity: "error",
    message: { en: "“{id}” is reserved and cannot be an id.", "zh-CN": "“{id}”是保留名称，不能用作标识。" },
    fix: { en: "Choose another id.", "zh-CN": "请换一个标识。" },
  },
  "edge.source-unknown": {
    severity: "error",
    message: {
      en: "This line begins at “{id}”, but there is no such step.{suggestion}",
      "zh-CN": "连线的起点“{id}”不存在。{suggestion}",
    },
    fix: { en: "Draw the line from a step, or delete it.", "zh-CN": "请从某个节点重新连线，或删除该连线。" },
  },
  "edge.target-unknown": {
    severity: "error",
    message: {
      en: "The line from “{step}” leads to “{id}”, but there is no such step.{suggestion}",
      "zh-CN": "从“{step}”出发的连线指向“{id}”，但没有这个节点。{suggestion}",
    },
    fix: { en: "Draw the line to a step, or delete it.", "zh-CN": "请把连线接到某个节点，或删除该连线。" },
  },
  "edge.crosses-container": {
    severity: "error",
    message: {
      en: "The line from “{step}” to “{target}” crosses the border of a sub-process.",
      "zh-CN": "从“{step}”到“{target}”的连线越过了子流程的边界。",
    },
    fix: {
      en: "Connect steps of the same sub-process, or connect the sub-process itself.",
      "zh-CN": "请连接同一子流程内的节点，或直接连接子流程本身。",
    },
  },
  "edge.condition-misplaced": {
    severity: "error",
    message: {
      en: "The line from “{step}” has a condition, but only lines out of a deciding gateway are chosen by condition.",
      "zh-CN": "从“{step}”出发的连线带有条件，但只有条件类网关的分支按条件选择。",
    },
    fix: {
      en: "Put an exclusive gateway behind “{step}”, or remove the condition.",
      "zh-CN": "请在“{step}”之后加一个排他网关，或去掉条件。",
    },
  },
  "edge.outcome-misplaced": {
    severity: "error",
    message: {
      en: "The line from “{step}” waits for the outcome “{outcome}”, but only approvals have outcomes.",
      "zh-CN": "从“{step}”出发的连线要求结果为“{outcome}”，但只有审批节点才有结果。",
    },
    fix: { en: "Remove the outcome from the line.", "zh-CN": "请去掉连线上的结果。" },
  },
  "edge.default-misplaced": {
    severity: "error",
    message: {
      en: "The line from “{step}” is marked as default, but only deciding gateways have a default branch.",
      "zh-CN": "从“{step}”出发的连线被设为默认分支，但只有条件类网关才有默认分支。",
    },
    fix: { en: "Remove the default mark.", "zh-CN": "请取消默认标记。" },
  },
  "start.missing": {
    severity: "error",
    message: {
      en: "“{container}” has no start event, so nothing in it ever begins.",
      "zh-CN": "“{container}”没有开始事件，其中的节点永远不会开始。",
    },
    fix: { en: "Add a start event and connect it.", "zh-CN": "请添加开始事件并连线。" },
  },
  "start.several": {
    severity: "error",
    message: {
      en: "The sub-process “{container}” has {count} start events; it can only begin at one.",
      "zh-CN": "子流程“{container}”有 {count} 个开始事件，只能有一个。",
    },
    fix: { en: "Keep one start event.", "zh-CN": "请只保留一个开始事件。" },
  },
  "start.incoming": {
    severity: "error",
    message: {
      en: "A line leads into the start event “{step}”.",
      "zh-CN": "有连线指向开始事件“{step}”。",
    },
    fix: {
      en: "Lead the line to the first step after it.",
      "zh-CN": "请把连线接到开始事件之后的第一个节点。",
    },
  },
  "start.trigger-in-container": {
    severity: "error",
    message: {
      en: "“{step}” starts a sub-process and begins when the case gets there; it cannot have a trigger, a form or people who may start it.",
      "zh-CN": "“{step}”是子流程的开始事件，流程走到这里就会开始，不能再设置触发方式、表单或可发起角色。",
    },
    fix: {
      en: "Remove “trigger”, “form” and “startableBy” here.",
      "zh-CN": "请去掉此处的“trigger”“form”和“startableBy”。",
    },
  },
  "end.outgoing": {
    severity: "error",
    message: { en: "A line leaves the end event “{step}”.", "zh-CN": "结束事件“{step}”之后还有连线。" },
    fix: {
      en: "Delete the line, or replace the end event by another step.",
      "zh-CN": "请删除该连线，或把结束事件换成其他节点。",
    },
  },
  "boundary.incoming": {
    severity: "error",
    message: {
      en: "A line leads into the boundary event “{step}”, which is reached only by its event.",
      "zh-CN": "有连线指向边界事件“{step}”，边界事件只能由其事件触发。",
    },
    fix: { en: "Delete the line.", "zh-CN": "请删除该连线。" },
  },
  "node.unreachable": {
    severity: "error",
    message: {
      en: "No case ever gets to “{step}”: no way leads there from a start event.",
      "zh-CN": "没有任何实例能到达“{step}”：从开始事件没有通往它的路径。",
    },
    fix: { en: "Connect it, or delete it.", "zh-CN": "请将其连入流程，或删除。" },
  },
  "node.dead-end": {
    severity: "error",
    message: {
      en: "After “{step}” nothing follows, though it is not an end event.",
      "zh-CN": "“{step}”之后没有后续节点，但它不是结束事件。",
    },
    fix: { en: "Lead on to the next step or to an end event.", "zh-CN": "请连到下一个节点或结束事件。" },
  },
  "edge.dependency-misplaced": {
    severity: "error",
    message: {
      en: "The line from “{step}” is marked as a dependency, but only lines in a plan are dependencies.",
      "zh-CN": "从“{step}”出发的连线带有依赖关系，但只有计划中的连线才是依赖关系。",
    },
    fix: { en: "Remove “dependency” from the line.", "zh-CN": "请去掉连线上的“dependency”。" },
  },
  "start.trigger-misplaced": {
    severity: "error",
    message: {
      en: "“{step}” starts on an error, an escalation or an undo, which only a block that reacts to events can do.",
      "zh-CN": "“{step}”由错误、升级或补偿触发，但只有事件子流程才能这样开始。",
    },
    fix: {
      en: "Move it into an event sub-process, or choose another trigger.",
      "zh-CN": "请移入事件子流程，或改用其他触发方式。",
    },
  },
  "start.condition-never": {
    severity: "warning",
    message: {
      en: "“{step}” waits for a condition, but a flow that has not begun has no data, so it never starts.",
      "zh-CN": "“{step}”等待条件成立，但流程尚未开始时没有数据，因此永远不会启动。",
    },
    fix: {
      en: "Start the flow by hand, by a message, by a signal or at a time.",
      "zh-CN": "请改为手动、消息、信号或定时启动。",
    },
  },
  "start.interrupting-misplaced": {
    severity: "warning",
    message: {
      en: "“{step}” says whether it interrupts, but there is nothing around it that it could interrupt.",
      "zh-CN": "“{step}”设置了是否中断，但它周围没有可中断的内容。",
    },
    fix: { en: "Remove “interrupting” here.", "zh-CN": "请去掉此处的“interrupting”。" },
  },
} as const satisfies ProblemFamily;
