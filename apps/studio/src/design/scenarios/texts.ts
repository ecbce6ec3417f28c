import { defineTexts } from "../../i18n/define-texts.ts";

export const useScenarioTexts = defineTexts("design-scenarios", {
  en: {
    running: "The scenarios of the flow are being run: {{done}} of {{all}} done",
    progress: "Scenarios done",
    stop: "Stop",
    stopped: "Only {{done}} of {{all}} scenarios were run",
    again: "Run them again",
    unrun: "Publish although not all scenarios were run",
    passed: { one: "{{count}} scenario goes as expected", other: "All {{count}} scenarios go as expected" },
    broken: { one: "{{count}} scenario differs", other: "{{count}} scenarios differ" },
    brokenHelp:
      "What these scenarios expect no longer happens. Mend the flow or the scenario, or publish all the same.",
    open: "Open where it differs",
    anyway: "Publish although scenarios differ",
    anywayHelp: "The scenarios stay as they are and are told again next time.",
  },
  "zh-CN": {
    running: "正在执行流程的场景：已完成 {{done}} / {{all}}",
    progress: "已完成的场景",
    stop: "停止",
    stopped: "只执行了 {{all}} 个场景中的 {{done}} 个",
    again: "重新执行",
    unrun: "未执行全部场景也要发布",
    passed: "{{count}} 个场景全部符合预期",
    broken: "{{count}} 个场景与预期不同",
    brokenHelp: "这些场景的预期结果不再出现。可以修改流程或场景，也可以仍然发布。",
    open: "打开不一致的位置",
    anyway: "场景不符也要发布",
    anywayHelp: "场景保持不变，下次发布时会再次提示。",
  },
});
