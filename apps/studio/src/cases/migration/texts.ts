import { defineTexts } from "../../i18n/define-texts.ts";

export const useMigrationTexts = defineTexts("case-migration", {
  en: {
    version: "Version",
    versionOption: "Version {{version}}",
    versionNote: "Version {{version}}: {{note}}",
    mapping: "Steps that version {{version}} does not have",
    mappingHint: "Where work goes on that stands at this step",
    mappingNone: "Choose a step",
  },
  "zh-CN": {
    version: "版本",
    versionOption: "第 {{version}} 版",
    versionNote: "第 {{version}} 版：{{note}}",
    mapping: "第 {{version}} 版中没有的节点",
    mappingHint: "停留在该节点的工作从哪里继续",
    mappingNone: "选择节点",
  },
});
