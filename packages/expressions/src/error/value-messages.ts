import { textsOf } from "./texts-of.ts";

/** Errors that depend on the values. `part` is the sub-expression they quote. */
export const VALUE_MESSAGES = {
  "too-many-steps": textsOf(
    "The expression takes more than {limit} steps.",
    "Make the lists shorter or the expression simpler.",
    "表达式的计算超过 {limit} 步。",
    "请缩短列表或简化表达式。",
  ),
  "calls-too-deep": textsOf(
    "Functions call each other more than {limit} levels deep.",
    "Let the function end earlier, or use a loop (for … return).",
    "函数嵌套调用超过 {limit} 层。",
    "请让函数更早结束，或改用循环（for … return）。",
  ),
  "too-large": textsOf(
    "The result of {part} is too large (more than {limit}).",
    "Work with shorter texts or lists.",
    "{part} 的结果过大（超过 {limit}）。",
    "请使用更短的文本或列表。",
  ),
  "null-operand": textsOf(
    '{part}: {operand} has no value (null), so "{operator}" cannot be applied; left {left}, right {right}.',
    "Make sure {operand} has a value, or ask first: {operand} != null.",
    "{part}：{operand} 没有值（null），无法执行“{operator}”；左边为 {left}，右边为 {right}。",
    "请确保 {operand} 有值，或先判断 {operand} != null。",
  ),
  "wrong-operands": textsOf(
    '{part}: "{operator}" does not work with {left} ({leftType}) and {right} ({rightType}).',
    "Use two values of the same kind; number(), string() and date() convert.",
    "{part}：“{operator}”不能用于 {left}（{leftTypeZh}）和 {right}（{rightTypeZh}）。",
    "请使用同一类型的两个值；可用 number()、string()、date() 转换。",
  ),
  "not-boolean": textsOf(
    "{part} must be true or false, but it is {value}.",
    "Write a comparison, e.g. {part} = true or {part} != null.",
    "{part} 应为 true 或 false，实际为 {value}。",
    "请写成比较，例如 {part} = true 或 {part} != null。",
  ),
  "wrong-operand": textsOf(
    "{part}: {value} is not the right kind of value; a {wanted} is needed.",
    "Use a {wanted} here.",
    "{part}：{value} 不是{wantedZh}。",
    "此处请使用{wantedZh}。",
  ),
  "no-entry": textsOf(
    '{part}: {value} has no parts, so "{name}" cannot be read.',
    'Read "{name}" from something that has fields.',
    "{part}：{value} 没有字段，无法读取“{name}”。",
    "请从带有字段的对象读取“{name}”。",
  ),
  "bad-argument": textsOf(
    '{part}: the argument "{name}" of {function}() must be {wanted}, but it is {value}.',
    "Give {function}() a value of this kind.",
    "{part}：{function}() 的参数“{name}”应为{wantedZh}，实际为 {value}。",
    "请传入正确类型的值。",
  ),
  "bad-call": textsOf(
    "{part}: {function}() does not take these arguments.",
    "Call it as {signature}.",
    "{part}：{function}() 的参数不正确。",
    "请按 {signature} 调用。",
  ),
  "not-function": textsOf(
    "{part} is not a function.",
    "Call a function such as sum(…), or remove the brackets.",
    "{part} 不是函数。",
    "请调用 sum(…) 等函数，或去掉括号。",
  ),
  "no-result": textsOf(
    "{part} has no result for these values: {why}.",
    "Check the values before you call it.",
    "{part} 对这些值没有结果：{whyZh}。",
    "请先检查这些值。",
  ),
  "division-by-zero": textsOf(
    "{part} divides by zero.",
    "Ask first whether the divisor is 0.",
    "{part} 除数为零。",
    "请先判断除数是否为 0。",
  ),
  "number-range": textsOf(
    "{part} gives no number, or one out of range.",
    "Use smaller numbers.",
    "{part} 得不到数字，或超出范围。",
    "请使用更小的数字。",
  ),
  "date-range": textsOf(
    "{part} leaves the calendar.",
    "Use a shorter duration.",
    "{part} 超出日历范围。",
    "请使用更短的时长。",
  ),
  "mixed-zones": textsOf(
    "{part} compares a time with a time zone and one without: {left} and {right}.",
    "Add the time zone, e.g. 2026-11-24T10:30:00Z.",
    "{part} 比较了有时区和无时区的时间：{left} 与 {right}。",
    "请加上时区，例如 2026-11-24T10:30:00Z。",
  ),
  "bad-variable": textsOf(
    "The value of {name} is not {wanted}: {value}.",
    "Correct the value of {name}.",
    "{name} 的值不是{wantedZh}：{value}。",
    "请更正 {name} 的值。",
  ),
  "not-storable": textsOf(
    "{value} cannot be stored as data.",
    "Store a text, a number, true or false, a date, a list or a record.",
    "{value} 不能保存为数据。",
    "请保存文本、数字、是/否、日期、列表或记录。",
  ),
};
