import { defineTexts } from "../../../i18n/define-texts.ts";

export const useChoiceTexts = defineTexts("monitor-choice", {
  en: {
    bar: "What to do with the chosen cases",
    chosen: { one: "{{count}} case chosen", other: "{{count}} cases chosen" },
    choose: "Choose {{number}}",
    chooseShown: "Choose all cases shown",
    chooseAll: { one: "Choose the {{count}} that matches", other: "Choose all {{count}} that match" },
    allChosen: { one: "The {{count}} case that matches", other: "All {{count}} cases that match" },
    tooMany:
      "More than 10,000 cases match, and one batch takes 10,000. Narrow the filters down, for example by flow or status.",
    clear: "Choose none",
    retry: "Retry incidents…",
    suspend: "Pause…",
    resume: "Resume…",
    cancel: "Cancel…",
    more: "More",
    skip: "Skip steps…",
    move: "Move to another step…",
    migrate: "Move to another version…",
    oneFlow: "Only for cases of one flow: filter by flow first.",
  },
  "zh-CN": {
    bar: "对所选流程实例的操作",
    chosen: "已选 {{count}} 个流程实例",
    choose: "选择 {{number}}",
    chooseShown: "选择当前显示的全部流程实例",
    chooseAll: "选择全部 {{count}} 个符合条件的实例",
    allChosen: "全部 {{count}} 个符合条件的流程实例",
    tooMany:
      "符合条件的流程实例超过 10,000 个，一次批量操作最多 10,000 个。请缩小筛选范围，例如按流程或状态筛选。",
    clear: "取消选择",
    retry: "重试异常…",
    suspend: "暂停…",
    resume: "恢复…",
    cancel: "取消流程实例…",
    more: "更多",
    skip: "跳过节点…",
    move: "调整当前节点…",
    migrate: "迁移到其他版本…",
    oneFlow: "只能用于同一流程的实例，请先按流程筛选。",
  },
});
