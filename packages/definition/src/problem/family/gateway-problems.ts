import type { ProblemFamily } from "../problem-template.ts";

/** Choices, splits and joins that leave a case standing. */
export const GATEWAY_PROBLEMS = {
  "gateway.no-default": {
    severity: "error",
    message: {
      en: "If {none}, the case stops at “{step}” with an incident.",
      "zh-CN": "如果{none}，实例会停在“{step}”并产生异常。",
    },
    fix: {
      en: "Mark one branch of “{step}” as the default, or add a branch for the remaining cases.",
      "zh-CN": "请把“{step}”的一条分支设为默认分支，或为其余情况添加分支。",
    },
  },
  "gateway.several-defaults": {
    severity: "error",
    message: {
      en: "“{step}” has {count} default branches; only one can be taken when no condition holds.",
      "zh-CN": "“{step}”有 {count} 条默认分支，条件都不成立时只能走一条。",
    },
    fix: { en: "Keep one default branch.", "zh-CN": "请只保留一条默认分支。" },
  },
  "gateway.condition-missing": {
    severity: "error",
    message: {
      en: "The branch from “{step}” to “{target}” has no condition and is not the default.",
      "zh-CN": "从“{step}”到“{target}”的分支既没有条件，也不是默认分支。",
    },
    fix: { en: "Give it a condition, or make it the default.", "zh-CN": "请设置条件，或设为默认分支。" },
  },
  "gateway.default-condition": {
    severity: "warning",
    message: {
      en: "The default branch of “{step}” has a condition that is never looked at.",
      "zh-CN": "“{step}”的默认分支上的条件不会生效。",
    },
    fix: { en: "Remove the condition or the default mark.", "zh-CN": "请去掉条件，或取消默认标记。" },
  },
  "parallel.join-never-filled": {
    severity: "error",
    message: {
      en: "“{step}” waits for all its branches, but “{split}” takes only one of them, so every case stays there for ever.",
      "zh-CN": "“{step}”要等所有分支到齐，但“{split}”只会走其中一条，实例会永远停在这里。",
    },
    fix: {
      en: "Join with an exclusive gateway, or split with a parallel one.",
      "zh-CN": "请改用排他网关汇合，或改用并行网关分支。",
    },
  },
  "event-gateway.target": {
    severity: "error",
    message: {
      en: "“{target}” follows the event-based gateway “{step}” but is no event to wait for.",
      "zh-CN": "“{target}”跟在事件网关“{step}”之后，但它不是可等待的事件。",
    },
    fix: {
      en: "Let a timer, a message, a signal, a condition or a receive task follow the gateway.",
      "zh-CN": "事件网关之后请接定时、消息、信号、条件事件或接收任务。",
    },
  },
  "event-gateway.single": {
    severity: "warning",
    message: {
      en: "“{step}” waits for the first of several events, but only one follows.",
      "zh-CN": "“{step}”应等待多个事件中最先发生的一个，但后面只有一个事件。",
    },
    fix: { en: "Add another event, or remove the gateway.", "zh-CN": "请再添加一个事件，或去掉该网关。" },
  },
  "inclusive.no-condition": {
    severity: "warning",
    message: {
      en: "No branch of “{step}” has a condition, so all are taken every time.",
      "zh-CN": "“{step}”的分支都没有条件，每次都会全部执行。",
    },
    fix: {
      en: "Give the branches conditions, or use a parallel gateway.",
      "zh-CN": "请为分支设置条件，或改用并行网关。",
    },
  },
  "complex.need-too-large": {
    severity: "error",
    message: {
      en: "“{step}” waits for {needed} branches, but only {count} lead to it.",
      "zh-CN": "“{step}”要等 {needed} 条分支到达，但只有 {count} 条分支连入。",
    },
    fix: { en: "Wait for fewer, or lead more branches to it.", "zh-CN": "请减少等待数量，或连入更多分支。" },
  },
} as const satisfies ProblemFamily;
