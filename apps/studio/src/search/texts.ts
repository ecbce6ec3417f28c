import { defineTexts } from "../i18n/define-texts.ts";

export const useSearchTexts = defineTexts("search", {
  en: {
    placeholder: "Order number, title, person, or a command",
    tasks: "Tasks",
    cases: "Cases",
    commands: "Commands",
    searching: "Searching…",
    nothing: "Nothing found for “{{query}}”. Try the order number or a person’s name.",
    failed: "The search did not work. {{reason}}",
    goTo: "Go to {{place}}",
    start: "Start a case",
    started: "Cases that I started",
    switchScheme: "Switch between light and dark",
    switchLanguage: "Switch to Chinese",
    untitled: "Case {{number}}",
  },
  "zh-CN": {
    placeholder: "订单号、标题、人员或命令",
    tasks: "任务",
    cases: "流程实例",
    commands: "命令",
    searching: "正在搜索…",
    nothing: "没有找到“{{query}}”。可以试试订单号或人员姓名。",
    failed: "搜索失败。{{reason}}",
    goTo: "前往{{place}}",
    start: "发起流程",
    started: "我发起的流程",
    switchScheme: "切换浅色与深色主题",
    switchLanguage: "切换为英文",
    untitled: "流程实例 {{number}}",
  },
});
