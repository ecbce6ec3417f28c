import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, isEventSubProcess, isFalse, scopeOf, triggersOf } from "./bpmn-model.ts";
import { is, isSubProcess } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const of =
  (...locals: readonly string[]) =>
  (model: BpmnModel) =>
    model.all(...locals);

/** Whether an event has a trigger beyond those that such an event may have. */
function otherThan(event: XmlElement, model: BpmnModel, ...allowed: readonly string[]): boolean {
  return triggersOf(event, model).some((trigger) => !allowed.includes(trigger));
}

function isInEventSubProcess(event: XmlElement): boolean {
  const scope = scopeOf(event);
  return scope !== null && isEventSubProcess(scope);
}

function isInTransaction(event: XmlElement): boolean {
  for (let scope = scopeOf(event); scope; scope = scopeOf(scope)) if (is(scope, "transaction")) return true;
  return false;
}

export const EVENT_RULES = {
  "rule.start-trigger-of-process": {
    section: "10.5.2",
    message: {
      en: "The start event “{id}” of a process cannot react to an error, an escalation, a compensation or such.",
      "zh-CN": "流程的开始事件“{id}”不能由错误、升级或补偿等触发。",
    },
    fix: {
      en: "Only a message, a time, a condition or a signal starts a process.",
      "zh-CN": "流程只能由消息、时间、条件或信号启动。",
    },
    find: each(
      of("startEvent"),
      (event, model) =>
        is(scopeOf(event) ?? undefined, "process") &&
        otherThan(event, model, "message", "timer", "conditional", "signal"),
    ),
  },
  "rule.start-trigger-of-sub-process": {
    section: "10.5.2",
    message: {
      en: "The start event “{id}” of a sub-process has a trigger, although the flow around begins it.",
      "zh-CN": "子流程的开始事件“{id}”设置了触发器，但子流程由外层流程启动。",
    },
    fix: {
      en: "Remove the trigger, or make it an event sub-process.",
      "zh-CN": "请去掉触发器，或改为事件子流程。",
    },
    find: each(of("startEvent"), (event, model) => {
      const scope = scopeOf(event);
      return (
        scope !== null &&
        isSubProcess(scope) &&
        !isEventSubProcess(scope) &&
        triggersOf(event, model).length > 0
      );
    }),
  },
  "rule.event-sub-process-trigger": {
    section: "10.5.2",
    message: {
      en: "The start event “{id}” of an event sub-process does not say what it reacts to.",
      "zh-CN": "事件子流程的开始事件“{id}”没有设置触发器。",
    },
    fix: {
      en: "Choose a message, a time, an error or another trigger.",
      "zh-CN": "请选择消息、时间、错误或其他触发器。",
    },
    find: each(
      of("startEvent"),
      (event, model) => isInEventSubProcess(event) && triggersOf(event, model).length === 0,
    ),
  },
  "rule.event-sub-process-error-goes-on": {
    section: "10.5.2",
    message: {
      en: "The start event “{id}” reacts to an error or a compensation, after which what runs around it cannot go on.",
      "zh-CN": "开始事件“{id}”响应错误或补偿，外层不可能继续执行。",
    },
    fix: { en: "Let it interrupt.", "zh-CN": "请设为中断型。" },
    find: each(
      of("startEvent"),
      (event, model) =>
        isInEventSubProcess(event) &&
        isFalse(attributeOf(event, "isInterrupting")) &&
        triggersOf(event, model).some((trigger) => trigger === "error" || trigger === "compensate"),
    ),
  },
  "rule.end-trigger": {
    section: "10.5.3",
    message: {
      en: "The end event “{id}” has a result that an end event cannot have.",
      "zh-CN": "结束事件“{id}”的结果类型不适用于结束事件。",
    },
    fix: {
      en: "Times, conditions and links belong to intermediate events.",
      "zh-CN": "时间、条件和链接只能用于中间事件。",
    },
    find: each(of("endEvent"), (event, model) =>
      otherThan(
        event,
        model,
        ...["message", "error", "escalation", "cancel", "compensate", "signal", "terminate"],
      ),
    ),
  },
  "rule.cancel-outside-transaction": {
    section: "10.5.3",
    message: {
      en: "The cancel end event “{id}” stands in no transaction.",
      "zh-CN": "取消结束事件“{id}”不在事务子流程中。",
    },
    fix: {
      en: "Make the sub-process around it a transaction, or use another end.",
      "zh-CN": "请将外层子流程改为事务，或改用其他结束事件。",
    },
    find: each(
      of("endEvent"),
      (event, model) => triggersOf(event, model).includes("cancel") && !isInTransaction(event),
    ),
  },
  "rule.catch-trigger": {
    section: "10.5.4",
    message: {
      en: "The intermediate event “{id}” waits for something that is only caught at the edge of an activity, or for nothing.",
      "zh-CN": "中间捕获事件“{id}”等待的内容只能在活动边界捕获，或没有设置等待内容。",
    },
    fix: {
      en: "Choose a message, a time, a condition, a signal or a link, or attach it to an activity.",
      "zh-CN": "请选择消息、时间、条件、信号或链接，或将其附着到活动边界。",
    },
    find: each(
      of("intermediateCatchEvent"),
      (event, model) =>
        triggersOf(event, model).length === 0 ||
        otherThan(event, model, "message", "timer", "conditional", "signal", "link"),
    ),
  },
  "rule.throw-trigger": {
    section: "10.5.4",
    message: {
      en: "The intermediate event “{id}” cannot throw what it says.",
      "zh-CN": "中间抛出事件“{id}”不能抛出所设置的类型。",
    },
    fix: {
      en: "Choose a message, a signal, an escalation, a compensation or a link; errors are thrown by an end event.",
      "zh-CN": "请选择消息、信号、升级、补偿或链接；错误由结束事件抛出。",
    },
    find: each(of("intermediateThrowEvent"), (event, model) =>
      otherThan(event, model, "message", "signal", "escalation", "compensate", "link"),
    ),
  },
} satisfies BpmnRules;
