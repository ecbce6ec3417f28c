import { defineTexts } from "../../i18n/define-texts.ts";

export const usePasswordTexts = defineTexts("password", {
  en: {
    title: "Change password",
    lead: "You stay signed in here; everywhere else you sign in with the new password.",
    current: "Current password",
    currentLead: "Leave it empty if you have had none so far.",
    fresh: "New password",
    freshLead: "At least 8 characters; a few words in a row are easy to remember.",
    short: { one: "{{count}} character is missing.", other: "{{count}} characters are missing." },
    same: "This is the current password. Choose another one.",
    wrong: "This is not your current password.",
    save: "Change password",
    changed: "Your password is changed. Your other sessions have ended.",
  },
  "zh-CN": {
    title: "修改密码",
    lead: "修改后，此处仍保持登录；其他设备需要用新密码重新登录。",
    current: "当前密码",
    currentLead: "如果之前没有密码，请留空。",
    fresh: "新密码",
    freshLead: "至少 8 个字符，用几个词连起来更容易记住。",
    short: "还差 {{count}} 个字符。",
    same: "与当前密码相同，请换一个。",
    wrong: "当前密码不正确。",
    save: "修改密码",
    changed: "密码已修改，其他登录会话已结束。",
  },
});
