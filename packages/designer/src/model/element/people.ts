import { element } from "./element-type.ts";

export const userTask = element(
  "userTask",
  "people",
  {
    common: true,
    name: ["Task", "任务"],
    hint: ["A person does something and fills in a form", "由人处理并填写表单"],
    keywords: ["user task", "human", "work", "form", "办理", "用户任务", "处理"],
  },
  () => ({ kind: "userTask", who: { type: "initiator" } }),
);

export const approval = element(
  "approval",
  "people",
  {
    common: true,
    name: ["Approval", "审批"],
    hint: [
      "People approve or reject: any one, all, or some of them",
      "审批人同意或拒绝，支持或签、会签、票签",
    ],
    keywords: ["approve", "review", "sign", "审核", "会签", "或签"],
  },
  () => ({ kind: "approval", who: { type: "initiator" }, rule: { type: "any" } }),
);

export const manualTask = element(
  "manualTask",
  "people",
  {
    name: ["Manual note", "线下步骤"],
    hint: [
      "Something is done outside the system; the flow only notes it",
      "在系统外完成的步骤，流程只作记录、不停留",
    ],
    keywords: ["manual task", "by hand", "offline", "手工任务", "人工", "记录"],
  },
  () => ({ kind: "manualTask" }),
);
