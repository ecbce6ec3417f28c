import type { ProblemFamily } from "../problem-template.ts";

/** Roles and people. */
export const ROLE_PROBLEMS = {
  "role.unknown": {
    severity: "error",
    message: {
      en: "“{step}” refers to the role “{id}”, which the flow does not list.{suggestion}",
      "zh-CN": "“{step}”引用的角色“{id}”未在流程中列出。{suggestion}",
    },
    fix: { en: "Choose a role, or add it to the flow.", "zh-CN": "请选择已有角色，或将其加入流程。" },
  },
  "role.duplicate": {
    severity: "error",
    message: { en: "Two roles have the id “{id}”.", "zh-CN": "有两个角色的标识都是“{id}”。" },
    fix: { en: "Keep one of them.", "zh-CN": "请只保留其中一个。" },
  },
  "role.unused": {
    severity: "warning",
    message: { en: "No step refers to the role “{role}”.", "zh-CN": "没有节点使用角色“{role}”。" },
    fix: { en: "Use it at a step, or remove it.", "zh-CN": "请在某个节点使用它，或删除。" },
  },
  "people.duplicate": {
    severity: "warning",
    message: {
      en: "“{step}” names “{person}” twice; one person has one voice.",
      "zh-CN": "“{step}”重复列出“{person}”，一人只算一票。",
    },
    fix: { en: "Remove one of them.", "zh-CN": "请去掉其中一个。" },
  },
  "people.blank": {
    severity: "error",
    message: {
      en: "“{step}” names a person whose user name is blank.",
      "zh-CN": "“{step}”中有一位人员的用户名为空白。",
    },
    fix: { en: "Enter the user name, or remove the entry.", "zh-CN": "请填写用户名，或删除该项。" },
  },
} as const satisfies ProblemFamily;
