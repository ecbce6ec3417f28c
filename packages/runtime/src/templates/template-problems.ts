import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a template was not found or not saved. */
const templateProblems = {
  "template.unknown": {
    status: 404,
    message: { en: "There is no template {id}.", "zh-CN": "没有模板 {id}。" },
    fix: { en: "Choose one from the list.", "zh-CN": "请从列表中选择。" },
  },
  "template.invalid": {
    status: 422,
    message: { en: "The template is not in order.", "zh-CN": "模板内容有问题。" },
    fix: { en: "Mend what the list names.", "zh-CN": "请按列表逐项修改。" },
  },
  "template.id-differs": {
    status: 422,
    message: {
      en: "The template says it is {inside}, the address says {id}.",
      "zh-CN": "模板内容中的编号是 {inside}，地址中的编号是 {id}。",
    },
    fix: { en: "Save it under its own id.", "zh-CN": "请用模板自己的编号保存。" },
  },
  "template.stale": {
    status: 412,
    message: { en: "{by} has changed this template meanwhile.", "zh-CN": "{by} 已修改了此模板。" },
    fix: {
      en: "Look at it again, or save yours under another name.",
      "zh-CN": "请重新查看，或用其他名称另存。",
    },
  },
  "template.too-many": {
    status: 422,
    message: {
      en: "A workspace has at most {most} templates of each kind.",
      "zh-CN": "每个工作区每类模板最多 {most} 个。",
    },
    fix: { en: "Delete one that nobody needs any more.", "zh-CN": "请先删除不再需要的模板。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseTemplate = refuser(templateProblems);
