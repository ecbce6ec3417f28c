import { defineTexts } from "../../i18n/define-texts.ts";

export const usePublishTexts = defineTexts("design-publish", {
  en: {
    title: "Publish {{flow}}",
    publish: "Publish version {{version}}",
    newCases: "New cases use version {{version}}.",
    stayOne: {
      one: "New cases use version {{version}}; {{count}} running case stays on version {{old}}.",
      other: "New cases use version {{version}}; {{count}} running cases stay on version {{old}}.",
    },
    stayMany: {
      one: "New cases use version {{version}}; {{count}} running case stays on its version ({{old}}).",
      other: "New cases use version {{version}}; {{count}} running cases stay on their versions ({{old}}).",
    },
    same: "There is nothing to publish: the draft is the same as version {{version}}.",
    newer:
      "Version {{latest}} was published by {{who}} after this draft began from version {{basedOn}}. Publishing replaces it for new cases.",
    blocking: {
      one: "{{count}} problem keeps it from being published",
      other: "{{count}} problems keep it from being published",
    },
    blockingHelp: "Choose one to go to the place where it is mended.",
    warnings: { one: "{{count}} warning", other: "{{count}} warnings" },
    warningsHelp: "They do not keep the flow from being published.",
    note: "Note",
    noteHelp: "What changed and why; it is shown in the list of versions.",
    override: "Publish with these problems",
    overrideHelp: "Your role allows it. The reason is kept in the audit log.",
    reason: "Reason",
    reasonMissing: "Say why it is published with problems.",
    unsaved: "The draft is not saved yet. Solve that first, then publish.",
    published: "Version {{version}} of {{flow}} is published.",
    toMonitor: "Monitor",
    toStart: "Start a case",
    flowItself: "The flow",
  },
  "zh-CN": {
    title: "发布“{{flow}}”",
    publish: "发布第 {{version}} 版",
    newCases: "新发起的流程将使用第 {{version}} 版。",
    stayOne: "新发起的流程将使用第 {{version}} 版；{{count}} 个进行中的流程实例继续使用第 {{old}} 版。",
    stayMany:
      "新发起的流程将使用第 {{version}} 版；{{count}} 个进行中的流程实例继续使用各自的版本（{{old}}）。",
    same: "没有可发布的改动：草稿与第 {{version}} 版相同。",
    newer:
      "这份草稿从第 {{basedOn}} 版开始，之后{{who}}发布了第 {{latest}} 版。发布后，新发起的流程将不再使用那一版。",
    blocking: "有 {{count}} 个问题需要先解决才能发布",
    blockingHelp: "点击问题可跳到需要修改的位置。",
    warnings: "{{count}} 个提醒",
    warningsHelp: "不影响发布。",
    note: "发布说明",
    noteHelp: "改了什么、为什么改；会显示在版本列表中。",
    override: "带着这些问题发布",
    overrideHelp: "你的角色允许这样做，原因会记入操作日志。",
    reason: "原因",
    reasonMissing: "请说明为什么带着问题发布。",
    unsaved: "草稿尚未保存，请先解决保存问题再发布。",
    published: "“{{flow}}”第 {{version}} 版已发布。",
    toMonitor: "运行监控",
    toStart: "发起流程",
    flowItself: "整个流程",
  },
});
