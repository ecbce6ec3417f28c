import { textsOf } from "./texts-of.ts";

/** Errors of the text itself. */
export const SYNTAX_MESSAGES = {
  empty: textsOf(
    "The expression is empty.",
    "Write an expression, e.g. amount > 500.",
    "表达式为空。",
    "请填写表达式，例如 amount > 500。",
  ),
  "too-long": textsOf(
    "The expression is too long: {length} characters, at most {limit}.",
    "Split it into several steps.",
    "表达式过长：{length} 个字符，最多 {limit} 个。",
    "请拆分成多个步骤。",
  ),
  "too-deep": textsOf(
    "The expression is nested too deeply (more than {limit} levels).",
    "Split it into several steps, or use a list and a function such as sum().",
    "表达式嵌套过深（超过 {limit} 层）。",
    "请拆分成多个步骤，或改用列表和 sum() 等函数。",
  ),
  syntax: textsOf(
    '"{found}" is not understood here.',
    "Check the spelling and the order of the words at this place.",
    "此处无法理解“{found}”。",
    "请检查此处的拼写和词序。",
  ),
  incomplete: textsOf(
    "The expression is not complete; something is missing here.",
    "Add what is missing, e.g. the value after an operator, or a closing bracket.",
    "表达式不完整，此处缺少内容。",
    "请补充缺少的部分，例如运算符后面的值或右括号。",
  ),
  "wrong-sign": textsOf(
    '"{found}" is not a sign of this language.',
    "Write {instead} instead.",
    "此处不能使用“{found}”。",
    "请改用 {instead}。",
  ),
  "open-text": textsOf(
    "The text is not closed.",
    'Put a double quote (") at its end.',
    "文本没有结束。",
    '请在文本末尾加上英文双引号（"）。',
  ),
  "bad-escape": textsOf(
    '"{found}" is not a valid escape in a text.',
    'Use \\n, \\t, \\", \\\\ or \\u with four hexadecimal digits.',
    "文本中的转义“{found}”无效。",
    '请使用 \\n、\\t、\\"、\\\\ 或 \\u 加四位十六进制数。',
  ),
  "bad-number": textsOf(
    "The number {found} is out of range.",
    "Use a number between -10^6144 and 10^6144.",
    "数字 {found} 超出范围。",
    "请使用 -10^6144 到 10^6144 之间的数字。",
  ),
  "bad-temporal": textsOf(
    '"{found}" is not a date, time or duration.',
    "Write it like 2026-11-24, 10:30:00, 2026-11-24T10:30:00Z, P7D or PT4H.",
    "“{found}”不是日期、时间或时长。",
    "请按 2026-11-24、10:30:00、2026-11-24T10:30:00Z、P7D 或 PT4H 的格式填写。",
  ),
  "duplicate-entry": textsOf(
    'The record has two entries "{name}".',
    "Give every entry a name of its own.",
    "记录中有两个“{name}”。",
    "请为每一项使用不同的名称。",
  ),
  unsupported: textsOf(
    "{what} cannot be used here.",
    "Write the expression without it.",
    "此处不支持{what}。",
    "请去掉这一部分。",
  ),
};
