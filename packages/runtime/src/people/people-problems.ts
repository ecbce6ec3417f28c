import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a change of people or roles was refused. */
export const peopleProblems = {
  "person.unknown": {
    status: 404,
    message: { en: "There is no person {user} in this workspace.", "zh-CN": "此工作区中没有用户 {user}。" },
    fix: { en: "Choose a person from the list.", "zh-CN": "请从人员列表中选择。" },
  },
  "person.user-taken": {
    status: 409,
    message: { en: "The user name {user} is taken.", "zh-CN": "用户名 {user} 已被使用。" },
    fix: { en: "Choose another user name.", "zh-CN": "请换一个用户名。" },
  },
  "person.user-malformed": {
    status: 422,
    message: { en: "{user} is not a user name.", "zh-CN": "{user} 不是有效的用户名。" },
    fix: {
      en: "Use lower-case letters, digits, dots, hyphens and underscores, beginning with a letter or digit.",
      "zh-CN": "请使用小写字母、数字、点、连字符和下划线，并以字母或数字开头。",
    },
  },
  "person.role-unknown": {
    status: 422,
    message: { en: "There is no role {role}.", "zh-CN": "没有角色 {role}。" },
    fix: { en: "Create the role first, or choose another.", "zh-CN": "请先创建该角色，或选择其他角色。" },
  },
  "person.has-open-tasks": {
    status: 409,
    message: {
      en: "{name} still has {count} open tasks.",
      "zh-CN": "{name} 还有 {count} 个未完成的任务。",
    },
    fix: { en: "Choose who takes them over.", "zh-CN": "请选择由谁接手这些任务。" },
  },
  "person.open-task": {
    status: 409,
    message: { en: "{name} of case {number} is open.", "zh-CN": "实例 {number} 的任务“{name}”未完成。" },
    fix: { en: "Choose who takes it over.", "zh-CN": "请选择由谁接手。" },
  },
  "person.successor-unfit": {
    status: 422,
    message: {
      en: "{user} cannot take over the tasks.",
      "zh-CN": "{user} 不能接手这些任务。",
    },
    fix: { en: "Choose another active person.", "zh-CN": "请选择另一位在职人员。" },
  },
  "person.self": {
    status: 409,
    message: { en: "You cannot deactivate yourself.", "zh-CN": "不能停用自己的账号。" },
    fix: { en: "Ask another administrator.", "zh-CN": "请由另一位管理员操作。" },
  },
  "person.in-other-workspaces": {
    status: 409,
    message: {
      en: "{name} belongs to other workspaces too, so the password is not this workspace's to change.",
      "zh-CN": "{name} 还属于其他工作区，不能在此工作区重置密码。",
    },
    fix: {
      en: "Ask the administrator of the server to reset it.",
      "zh-CN": "请联系服务器管理员重置。",
    },
  },
  "people.last-administrator": {
    status: 409,
    message: {
      en: "Nobody would be left who may manage people and roles.",
      "zh-CN": "这样将没有人能管理人员和角色。",
    },
    fix: {
      en: "Give another active person a role that may manage people first.",
      "zh-CN": "请先将可管理人员的角色授予另一位在职人员。",
    },
  },
  "role.unknown": {
    status: 404,
    message: { en: "There is no role {role}.", "zh-CN": "没有角色 {role}。" },
    fix: { en: "Choose a role from the list.", "zh-CN": "请从角色列表中选择。" },
  },
  "role.taken": {
    status: 409,
    message: { en: "There is a role {role} already.", "zh-CN": "角色 {role} 已存在。" },
    fix: { en: "Choose another id, or change that role.", "zh-CN": "请换一个编号，或修改已有角色。" },
  },
  "role.built-in": {
    status: 409,
    message: { en: "{role} is a built-in role.", "zh-CN": "{role} 是内置角色。" },
    fix: { en: "Built-in roles cannot be deleted.", "zh-CN": "内置角色不能删除。" },
  },
  "role.has-members": {
    status: 409,
    message: { en: "{people} still have the role {role}.", "zh-CN": "{people} 仍拥有角色 {role}。" },
    fix: { en: "Take the role from them first.", "zh-CN": "请先取消他们的该角色。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refusePeople = refuser(peopleProblems);
