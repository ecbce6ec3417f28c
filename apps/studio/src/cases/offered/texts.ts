import { defineTexts } from "../../i18n/define-texts.ts";

export const useOfferedTexts = defineTexts("case-offered", {
  en: {
    finishTitle: "Finish these steps?",
    finishNothing: "No step is under way; the case goes on.",
    finishCancels: "These steps are under way. They stop, their tasks are closed, and the case goes on:",
    finishWaits: "No further step can begin. The case goes on once these are done:",
    finish: "Finish these steps",
    finishKeep: "Not yet",
    personAt: "{{step}} ({{who}})",
  },
  "zh-CN": {
    finishTitle: "要结束这些步骤吗？",
    finishNothing: "没有进行中的步骤，流程将继续。",
    finishCancels: "以下步骤正在进行，将会停止，任务随之关闭，流程继续：",
    finishWaits: "不能再开始新的步骤。以下步骤完成后，流程继续：",
    finish: "结束这些步骤",
    finishKeep: "暂不结束",
    personAt: "{{step}}（{{who}}）",
  },
});
