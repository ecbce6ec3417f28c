import { defineTexts } from "../i18n/define-texts.ts";

export const useNameTexts = defineTexts("admin-names", {
  en: {
    name: "Name",
    otherName: "Name in Chinese (optional)",
  },
  "zh-CN": {
    name: "名称",
    otherName: "英文名称（选填）",
  },
});
