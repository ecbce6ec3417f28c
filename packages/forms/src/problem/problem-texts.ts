import type { BilingualText } from "@flowright/definition";

interface ProblemText {
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

function text(en: string, zh: string, fixEn: string, fixZh: string): ProblemText {
  return { message: { en, "zh-CN": zh }, fix: { en: fixEn, "zh-CN": fixZh } };
}

/** Every problem that form data can have. `{label}` is the field's name in the reader's language. */
export const PROBLEM_TEXTS = {
  "form.required": text(
    "“{label}” is empty.",
    "“{label}”没有填写。",
    "Fill in “{label}”.",
    "请填写“{label}”。",
  ),
  "form.type": text(
    "“{label}” takes {expectedEn}, not {givenEn}.",
    "“{label}”应为{expectedZh}，而不是{givenZh}。",
    "Give {expectedEn}.",
    "请填写{expectedZh}。",
  ),
  "form.choice": text(
    "“{value}” is not a choice of “{label}”.",
    "“{value}”不是“{label}”的选项。",
    "Choose one of: {choicesEn}.",
    "请选择：{choicesZh}。",
  ),
  "form.minimum": text(
    "“{label}” is below {limit}.",
    "“{label}”小于 {limit}。",
    "Enter {limit} or more.",
    "请填写不小于 {limit} 的值。",
  ),
  "form.maximum": text(
    "“{label}” is above {limit}.",
    "“{label}”大于 {limit}。",
    "Enter {limit} or less.",
    "请填写不大于 {limit} 的值。",
  ),
  "form.exclusive-minimum": text(
    "“{label}” must be more than {limit}.",
    "“{label}”必须大于 {limit}。",
    "Enter more than {limit}.",
    "请填写大于 {limit} 的值。",
  ),
  "form.exclusive-maximum": text(
    "“{label}” must be less than {limit}.",
    "“{label}”必须小于 {limit}。",
    "Enter less than {limit}.",
    "请填写小于 {limit} 的值。",
  ),
  "form.multiple-of": text(
    "“{label}” must be a multiple of {step}.",
    "“{label}”必须是 {step} 的倍数。",
    "Enter a multiple of {step}.",
    "请填写 {step} 的倍数。",
  ),
  "form.min-length": text(
    "“{label}” is too short: {length} of at least {limit} characters.",
    "“{label}”太短：{length} 个字，至少 {limit} 个字。",
    "Write at least {limit} characters.",
    "请至少填写 {limit} 个字。",
  ),
  "form.max-length": text(
    "“{label}” is too long: {length} of at most {limit} characters.",
    "“{label}”太长：{length} 个字，最多 {limit} 个字。",
    "Shorten it to {limit} characters.",
    "请缩短到 {limit} 个字以内。",
  ),
  "form.pattern": text(
    "“{label}” does not have the form that is asked for.",
    "“{label}”的格式不符合要求。",
    "Write it so that it fits {pattern}.",
    "请按 {pattern} 的格式填写。",
  ),
  "form.date": text(
    "“{label}” is not a date.",
    "“{label}”不是有效日期。",
    "Write a day of the calendar, such as 2026-11-24.",
    "请填写日期，例如 2026-11-24。",
  ),
  "form.date-time": text(
    "“{label}” is not a date and time.",
    "“{label}”不是有效的日期时间。",
    "Write the day, the time and the zone, such as 2026-11-24T09:30:00Z.",
    "请填写日期、时间和时区，例如 2026-11-24T09:30:00+08:00。",
  ),
  "form.time": text(
    "“{label}” is not a time of day.",
    "“{label}”不是有效时间。",
    "Write hours and minutes, such as 09:30.",
    "请填写小时和分钟，例如 09:30。",
  ),
  "form.duration": text(
    "“{label}” is not a length of time.",
    "“{label}”不是有效时长。",
    "Write an ISO 8601 duration, such as P7D or PT4H.",
    "请填写 ISO 8601 时长，例如 P7D 或 PT4H。",
  ),
  "form.money": text(
    "“{label}” is not an amount of money.",
    "“{label}”不是有效金额。",
    "Write digits with at most {decimals} decimals, such as {example}.",
    "请填写数字，最多 {decimals} 位小数，例如 {example}。",
  ),
  "form.money-number": text(
    "“{label}” was sent as a number.",
    "“{label}”是以数字形式提交的。",
    'Send amounts as text, so that no cent is lost: "{example}".',
    '金额请以文本形式提交，以免丢失精度："{example}"。',
  ),
  "form.person": text(
    "“{label}” names no person.",
    "“{label}”没有指明人员。",
    "Choose a person from the list.",
    "请从列表中选择人员。",
  ),
  "form.file": text(
    "“{label}” is not an uploaded file.",
    "“{label}”不是已上传的文件。",
    "Upload the file again.",
    "请重新上传文件。",
  ),
  "form.email": text(
    "“{label}” is not an e-mail address.",
    "“{label}”不是有效的邮箱地址。",
    "Write an address such as name@example.com.",
    "请填写邮箱地址，例如 name@example.com。",
  ),
  "form.uri": text(
    "“{label}” is not a web address.",
    "“{label}”不是有效的网址。",
    "Write an address that begins with https://.",
    "请填写以 https:// 开头的网址。",
  ),
  "form.phone": text(
    "“{label}” is not a telephone number.",
    "“{label}”不是有效的电话号码。",
    "Write digits, with + and the country code if it is abroad.",
    "请填写数字，境外号码加 + 和国家区号。",
  ),
  "form.min-items": text(
    "“{label}” has {count} entries; at least {limit} are needed.",
    "“{label}”有 {count} 项，至少需要 {limit} 项。",
    "Add entries until there are {limit}.",
    "请添加到至少 {limit} 项。",
  ),
  "form.max-items": text(
    "“{label}” has {count} entries; at most {limit} are allowed.",
    "“{label}”有 {count} 项，最多 {limit} 项。",
    "Remove entries until there are {limit}.",
    "请删减到 {limit} 项以内。",
  ),
  "form.duplicate-items": text(
    "“{label}” names the same entry twice.",
    "“{label}”有重复项。",
    "Remove entry {second}; it equals entry {first}.",
    "请删除第 {second} 项，它与第 {first} 项相同。",
  ),
  "form.field-unknown": text(
    "The case has no field “{label}”.",
    "流程中没有字段“{label}”。",
    "Leave it out, or check its name.",
    "请去掉它，或检查名称是否写错。",
  ),
  "form.field-not-here": text(
    "“{label}” cannot be changed at this step.",
    "此节点不能修改“{label}”。",
    "Leave it out.",
    "请不要提交该字段。",
  ),
  "form.rows-fixed": text(
    "Rows of “{label}” can be neither added nor removed here.",
    "此处不能增减“{label}”的行。",
    "Send the {expected} rows that there are.",
    "请提交现有的 {expected} 行。",
  ),
  "form.text-character": text(
    "“{label}” holds a character that cannot be stored.",
    "“{label}”含有无法保存的字符。",
    "Delete it and type the text again.",
    "请删除后重新输入。",
  ),
  "form.too-deep": text(
    "“{label}” is nested too deeply.",
    "“{label}”嵌套过深。",
    "Use at most {limit} levels.",
    "请不要超过 {limit} 层。",
  ),
  "form.too-large": text(
    "The data has too many values.",
    "提交的数据过多。",
    "Send at most {limit} values.",
    "请不要超过 {limit} 个值。",
  ),
} as const satisfies { readonly [code: string]: ProblemText };

export type FormProblemCode = keyof typeof PROBLEM_TEXTS;
