import { defineTexts } from "../../i18n/define-texts.ts";

export const useStartTexts = defineTexts("start", {
  en: {
    title: "Start a case",
    lead: "The flows that you may start by hand.",
    start: "Start",
    startFlow: "Start: {{flow}}",
    none: "There is no flow that you may start.",
    noneFix: "A flow appears here once it is published and your roles may start it.",
    noForm: "Nothing needs to be filled in.",
    back: "All flows",
    started: "Started: {{number}}",
    startedSee: "See where it stands",
    formWrong: "Some fields need attention; they are marked above.",
    running: { one: "{{count}} case running", other: "{{count}} cases running" },
  },
  "zh-CN": {
    title: "发起流程",
    lead: "你可以手动发起的流程。",
    start: "发起",
    startFlow: "发起：{{flow}}",
    none: "没有你可以发起的流程。",
    noneFix: "流程发布后，如果你的角色有权发起，就会出现在这里。",
    noForm: "无需填写任何内容。",
    back: "全部流程",
    started: "已发起：{{number}}",
    startedSee: "查看进度",
    formWrong: "有字段需要修改，已在上方标出。",
    running: "{{count}} 个进行中",
  },
});
