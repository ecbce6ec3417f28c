import type { ProblemFamily } from "@flowright/definition";

/** Why a file is not even read. */
export const GUARD_PROBLEMS = {
  "xml.too-large": {
    severity: "error",
    message: {
      en: "The file has {size} bytes; at most {limit} are read.",
      "zh-CN": "文件大小为 {size} 字节，最多读取 {limit} 字节。",
    },
    fix: { en: "Split the drawing into several files.", "zh-CN": "请将流程图拆分为多个文件。" },
  },
  "xml.encoding-unknown": {
    severity: "error",
    message: {
      en: "The file says that it is written in “{encoding}”, which is not known here.",
      "zh-CN": "文件声明的编码“{encoding}”无法识别。",
    },
    fix: { en: "Save the file as UTF-8.", "zh-CN": "请将文件另存为 UTF-8 编码。" },
  },
  "xml.encoding-broken": {
    severity: "error",
    message: {
      en: "The file holds bytes that are no text in {encoding}.",
      "zh-CN": "文件中含有不符合 {encoding} 编码的字节。",
    },
    fix: { en: "Save the file as UTF-8.", "zh-CN": "请将文件另存为 UTF-8 编码。" },
  },
  "xml.character": {
    severity: "error",
    message: {
      en: "A character with the number {number} may not stand in XML.",
      "zh-CN": "XML 中不允许出现编号为 {number} 的字符。",
    },
    fix: { en: "Delete the character.", "zh-CN": "请删除该字符。" },
  },
  "xml.doctype": {
    severity: "error",
    message: {
      en: "The file has a DOCTYPE. Such files can make a reader run out of memory or fetch other files, so none is read.",
      "zh-CN": "文件含有 DOCTYPE。这类文件可能耗尽内存或引用其他文件，因此不予读取。",
    },
    fix: { en: "Delete the line that begins with <!DOCTYPE.", "zh-CN": "请删除以 <!DOCTYPE 开头的声明。" },
  },
  "xml.entity": {
    severity: "error",
    message: {
      en: "The file refers to the entity “{name}”. Only &amp; &lt; &gt; &quot; &apos; and numbers are read.",
      "zh-CN": "文件引用了实体“{name}”。仅支持 &amp; &lt; &gt; &quot; &apos; 以及字符编号。",
    },
    fix: { en: "Write the text itself in its place.", "zh-CN": "请直接写出对应的文字。" },
  },
  "xml.malformed": {
    severity: "error",
    message: { en: "The file is not well-formed XML here.", "zh-CN": "此处不是格式良好的 XML。" },
    fix: {
      en: "Export the file once more from the tool it comes from.",
      "zh-CN": "请从原工具重新导出该文件。",
    },
  },
  "xml.too-deep": {
    severity: "error",
    message: {
      en: "Elements stand more than {limit} levels deep in each other.",
      "zh-CN": "元素嵌套超过 {limit} 层。",
    },
    fix: { en: "Use fewer sub-processes inside each other.", "zh-CN": "请减少子流程的嵌套层数。" },
  },
  "xml.too-many-elements": {
    severity: "error",
    message: { en: "The file has more than {limit} elements.", "zh-CN": "文件中的元素超过 {limit} 个。" },
    fix: { en: "Split the drawing into several files.", "zh-CN": "请将流程图拆分为多个文件。" },
  },
  "xml.too-many-attributes": {
    severity: "error",
    message: {
      en: "An element has more than {limit} attributes, or all together more than {total}.",
      "zh-CN": "某个元素的属性超过 {limit} 个，或全部属性超过 {total} 个。",
    },
    fix: {
      en: "Export the file once more from the tool it comes from.",
      "zh-CN": "请从原工具重新导出该文件。",
    },
  },
  "xml.name-too-long": {
    severity: "error",
    message: {
      en: "A name in the file has more than {limit} characters.",
      "zh-CN": "文件中某个名称超过 {limit} 个字符。",
    },
    fix: {
      en: "Export the file once more from the tool it comes from.",
      "zh-CN": "请从原工具重新导出该文件。",
    },
  },
  "xml.name-reserved": {
    severity: "error",
    message: {
      en: "“{name}” is a word that programs have a meaning for; it cannot be a name or an id.",
      "zh-CN": "“{name}”是程序保留字，不能用作名称或 id。",
    },
    fix: { en: "Give the element another id.", "zh-CN": "请为该元素换一个 id。" },
  },
  "xml.time": {
    severity: "error",
    message: {
      en: "Reading the file took longer than {seconds} seconds and was stopped.",
      "zh-CN": "读取文件超过 {seconds} 秒，已停止。",
    },
    fix: { en: "Split the drawing into several files.", "zh-CN": "请将流程图拆分为多个文件。" },
  },
  "xml.broke-down": {
    severity: "error",
    message: {
      en: "Whoever read the file broke down over it, mostly for want of memory.",
      "zh-CN": "读取文件的进程异常退出，通常是内存不足。",
    },
    fix: { en: "Split the drawing into several files.", "zh-CN": "请将流程图拆分为多个文件。" },
  },
} as const satisfies ProblemFamily;
