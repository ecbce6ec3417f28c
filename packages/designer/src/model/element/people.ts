import type { ElementType } from "./element-type.ts";

export const userTask: ElementType = {
  id: "userTask",
  kind: "userTask",
  family: "people",
  name: { en: "Task", "zh-CN": "任务" },
  hint: { en: "A person does something and fills in a form", "zh-CN": "由人处理并填写表单" },
  keywords: ["user task", "human", "work", "form", "办理", "用户任务", "处理"],
  is: (node) => node.kind === "userTask",
  draft: () => ({ kind: "userTask", who: { type: "initiator" } }),
};

export const approval: ElementType = {
  id: "approval",
  kind: "approval",
  family: "people",
  name: { en: "Approval", "zh-CN": "审批" },
  hint: {
    en: "People approve or reject: any one, all, or some of them",
    "zh-CN": "审批人同意或拒绝，支持或签、会签、票签",
  },
  keywords: ["approve", "review", "sign", "审核", "会签", "或签"],
  is: (node) => node.kind === "approval",
  draft: () => ({ kind: "approval", who: { type: "initiator" }, rule: { type: "any" } }),
};
