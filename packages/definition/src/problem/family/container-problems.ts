import type { ProblemFamily } from "../problem-template.ts";

/** Blocks whose steps do not fit together in the way of the block. */
export const CONTAINER_PROBLEMS = {
  "event-sub-process.connected": {
    severity: "error",
    message: {
      en: "A line leads to or from “{step}”, which begins by its event alone.",
      "zh-CN": "有连线进出“{step}”，但它只能由自身的事件触发。",
    },
    fix: { en: "Delete the line.", "zh-CN": "请删除该连线。" },
  },
  "event-sub-process.trigger-missing": {
    severity: "error",
    message: { en: "“{step}” does not say what it reacts to.", "zh-CN": "“{step}”没有设置由什么事件触发。" },
    fix: {
      en: "Choose a message, a time, an error or another event.",
      "zh-CN": "请选择消息、时间、错误或其他事件。",
    },
  },
  "event-sub-process.started-by-person": {
    severity: "error",
    message: {
      en: "“{step}” begins by an event; it cannot have a form or people who may start it.",
      "zh-CN": "“{step}”由事件触发，不能设置表单或可发起角色。",
    },
    fix: { en: "Remove “form” and “startableBy” here.", "zh-CN": "请去掉此处的“form”和“startableBy”。" },
  },
  "event-sub-process.always-interrupts": {
    severity: "error",
    message: {
      en: "“{step}” reacts to something after which what runs around it cannot go on.",
      "zh-CN": "“{step}”响应的事件发生后，外层无法继续执行。",
    },
    fix: { en: "Let it interrupt.", "zh-CN": "请设为中断型。" },
  },
  "ad-hoc.start-or-end": {
    severity: "error",
    message: {
      en: "“{step}” stands in “{container}”, whose steps begin in any order and need no start and no end.",
      "zh-CN": "“{step}”位于“{container}”中，其中的节点可按任意顺序开始，不需要开始或结束事件。",
    },
    fix: { en: "Delete it.", "zh-CN": "请删除它。" },
  },
  "ad-hoc.all-one-by-one": {
    severity: "error",
    message: {
      en: "The steps of “{container}” are to begin all at once and one at a time.",
      "zh-CN": "“{container}”同时设置了全部开始和逐个进行。",
    },
    fix: {
      en: "Let people begin them, or let several be under way.",
      "zh-CN": "请改为由人员逐个开始，或允许同时进行。",
    },
  },
  "plan.kind-misplaced": {
    severity: "error",
    message: {
      en: "“{step}” stands in the plan “{container}”, which holds only work: tasks, approvals, calls and blocks.",
      "zh-CN": "“{step}”位于计划“{container}”中，计划只能包含任务、审批、调用等工作节点。",
    },
    fix: {
      en: "Move it out of the plan, or put it into a sub-process there.",
      "zh-CN": "请移出计划，或放入计划内的子流程。",
    },
  },
  "plan.boundary-line": {
    severity: "error",
    message: {
      en: "“{step}” leads to another way in the plan “{container}”, where lines only say what waits for what.",
      "zh-CN": "“{step}”在计划“{container}”中引出了其他路径，但计划中的连线只表示先后依赖。",
    },
    fix: {
      en: "Put the step into a sub-process, and the event with its way in there.",
      "zh-CN": "请把该节点放入子流程，并在其中处理事件。",
    },
  },
  "plan.line-choice": {
    severity: "error",
    message: {
      en: "The line from “{step}” to “{target}” is chosen by condition or outcome, but in a plan it only says that one waits for the other.",
      "zh-CN": "从“{step}”到“{target}”的连线带有条件或结果，但计划中的连线只表示先后依赖。",
    },
    fix: { en: "Remove the condition, outcome or default mark.", "zh-CN": "请去掉条件、结果或默认标记。" },
  },
  "plan.cycle": {
    severity: "error",
    message: {
      en: "In the plan “{container}” steps wait for each other in a circle, so none of them ever begins: {circle}.",
      "zh-CN": "计划“{container}”中的节点循环等待，永远无法开始：{circle}。",
    },
    fix: { en: "Delete one of these lines.", "zh-CN": "请删除其中一条连线。" },
  },
  "plan.all-optional": {
    severity: "warning",
    message: {
      en: "Every step of the plan “{container}” is optional, so it is done as soon as it begins.",
      "zh-CN": "计划“{container}”的所有节点都是可选的，一开始就会结束。",
    },
    fix: { en: "Let at least one step be needed.", "zh-CN": "请至少保留一个必需的节点。" },
  },
  "plan.optional-misplaced": {
    severity: "warning",
    message: {
      en: "“{step}” is marked as optional, which means something only in a plan.",
      "zh-CN": "“{step}”被标记为可选，但只有在计划中才有意义。",
    },
    fix: {
      en: "Remove the mark, or put the step behind a decision.",
      "zh-CN": "请取消标记，或把节点放在条件判断之后。",
    },
  },
} as const satisfies ProblemFamily;
