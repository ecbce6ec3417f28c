import { element } from "./element-type.ts";

export const subProcess = element(
  "subProcess",
  "container",
  {
    common: true,
    name: ["Sub-process", "子流程"],
    hint: ["A block of steps that belong together", "把相关的节点放在一起，作为一个整体"],
    keywords: ["subprocess", "group", "block", "分组"],
  },
  () => ({ kind: "subProcess", nodes: [], edges: [] }),
);

export const plan = element(
  "plan",
  "container",
  {
    common: true,
    name: ["Plan", "计划"],
    hint: [
      "Steps with dependencies: each opens as soon as what it waits for is done",
      "带依赖关系的任务：前置任务完成后自动开始",
    ],
    keywords: ["project", "dependencies", "gantt", "schedule", "checklist", "项目", "依赖", "甘特"],
  },
  () => ({ kind: "plan", nodes: [], edges: [] }),
);

export const adHoc = element(
  "adHoc",
  "container",
  {
    name: ["In any order", "自由步骤"],
    hint: ["Steps that people begin in the order that they see fit", "由人员按需决定先后的步骤"],
    keywords: ["ad-hoc sub-process", "case management", "free", "即席子流程", "随意", "任意顺序"],
  },
  () => ({ kind: "adHoc", nodes: [], edges: [] }),
);

export const eventSubProcess = element(
  "eventSubProcess",
  "container",
  {
    name: ["When something happens", "事件处理块"],
    hint: [
      "A block that begins by an event at any time while what is around it runs",
      "外层运行期间，一旦发生某事件就开始的一组步骤",
    ],
    keywords: ["event sub-process", "handler", "exception", "cancel", "事件子流程", "异常处理", "撤单"],
  },
  () => ({ kind: "eventSubProcess", nodes: [], edges: [] }),
);

export const transaction = element(
  "transaction",
  "container",
  {
    name: ["All or nothing", "事务子流程"],
    hint: ["A block that is done as a whole or undone as a whole", "要么全部完成，要么全部撤销的一组步骤"],
    keywords: ["transaction", "saga", "rollback", "undo", "事务", "回滚", "撤销"],
  },
  () => ({ kind: "transaction", nodes: [], edges: [] }),
);
