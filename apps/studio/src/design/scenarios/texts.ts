import { defineTexts } from "../../i18n/define-texts.ts";

export const useScenarioTexts = defineTexts("design-scenarios", {
  en: {
    running: "The scenarios of the flow are being run…",
    passed: { one: "{{count}} scenario goes as expected", other: "All {{count}} scenarios go as expected" },
    broken: { one: "{{count}} scenario differs", other: "{{count}} scenarios differ" },
    brokenHelp:
      "What these scenarios expect no longer happens. Mend the flow or the scenario, or publish all the same.",
    open: "Open where it differs",
    anyway: "Publish although scenarios differ",
    anywayHelp: "The scenarios stay as they are and are told again next time.",
  },
  "zh-CN": {
    running: "正在执行流程的场景…",
    passed: "{{count}} 个场景全部符合预期",
    broken: "{{count}} 个场景与预期不同",
    brokenHelp: "这些场景的预期结果不再出现。可以修改流程或场景，也可以仍然发布。",
    open: "打开不一致的位置",
    anyway: "场景不符也要发布",
    anywayHelp: "场景保持不变，下次发布时会再次提示。",
  },
});
