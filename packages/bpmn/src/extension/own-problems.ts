import type { ProblemFamily } from "@flowright/definition";

/** What came back from another tool otherwise than it went out. */
export const OWN_PROBLEMS = {
  "own.setting-void": {
    severity: "warning",
    message: {
      en: "“{id}” was changed by another tool, so its “{setting}” of before no longer holds.",
      "zh-CN": "“{id}”已被其他工具修改，原有的“{setting}”不再有效。",
    },
    fix: { en: "Look at the step, and set it again.", "zh-CN": "请检查该节点并重新设置。" },
  },
} as const satisfies ProblemFamily;
