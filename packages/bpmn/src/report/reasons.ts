import type { BilingualText } from "@flowright/definition";

/** Why a part of a file does not run, or is not taken over. */
export const REASONS = {
  "not-known": {
    en: "It is not known here, and there is nothing that it could belong to.",
    "zh-CN": "此处无法识别，也没有可以归属的对象。",
  },
  "other-tool": {
    en: "It belongs to another tool and means nothing here.",
    "zh-CN": "它属于其他工具，在这里没有含义。",
  },
  "drawing-only": {
    en: "It belongs to the drawing; nothing runs by it.",
    "zh-CN": "它只属于图形，不影响运行。",
  },
  "no-counterpart": {
    en: "Flows have nothing that means the same.",
    "zh-CN": "流程中没有含义相同的内容。",
  },
  "said-elsewhere": {
    en: "The lines say the same.",
    "zh-CN": "连线已经表达了相同的内容。",
  },
  "diagram-anew": {
    en: "A diagram gets this anew whenever it is written.",
    "zh-CN": "导出图形时会重新生成。",
  },
  "leads-nowhere": {
    en: "It refers to {id}, which is not in the file.",
    "zh-CN": "它引用的 {id} 不在文件中。",
  },
  "other-place": {
    en: "It refers to {id}, which is not where a line can lead.",
    "zh-CN": "它引用的 {id} 不在连线可以到达的位置。",
  },
  "id-anew": {
    en: "Parts of a step get new ids whenever it is written.",
    "zh-CN": "步骤的组成部分在导出时会获得新的 id。",
  },
  "only-one": {
    en: "A step here has one of these; the first one counts.",
    "zh-CN": "此处每个步骤只能有一个，以第一个为准。",
  },
  "expression-not-translated": {
    en: "The expression could not be translated exactly; its text is kept.",
    "zh-CN": "该表达式无法精确转换，已保留原文。",
  },
  "no-process": {
    en: "It stands in no process.",
    "zh-CN": "它不在任何流程中。",
  },
  "too-much": {
    en: "A flow has no room for so many.",
    "zh-CN": "数量过多，流程无法容纳。",
  },
} as const satisfies Record<string, BilingualText>;

export type ReasonCode = keyof typeof REASONS;
