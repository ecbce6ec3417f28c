export type FormLanguage = "en" | "zh-CN";
