import { defineTexts } from "../../i18n/define-texts.ts";

export const usePastTexts = defineTexts("past", {
  en: {
    slider: "Moment in the history",
    lead: "Look back: how the case stood after each thing that happened.",
    now: "Now",
    earlier: "One moment earlier",
    later: "One moment later",
    backToNow: "Back to now",
    momentOf: "Moment {{seq}} of {{last}}",
    asItWas: "As it was then",
    version: "version {{version}} of the flow",
    dataThen: "Case data then",
  },
  "zh-CN": {
    slider: "历史时刻",
    lead: "回看：每次变化之后流程停在哪里、数据如何。",
    now: "现在",
    earlier: "上一个时刻",
    later: "下一个时刻",
    backToNow: "回到现在",
    momentOf: "第 {{seq}} 个时刻，共 {{last}} 个",
    asItWas: "当时的状态",
    version: "流程版本 {{version}}",
    dataThen: "当时的数据",
  },
});
