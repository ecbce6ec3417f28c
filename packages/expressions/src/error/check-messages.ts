import { textsOf } from "./texts-of.ts";

/** Errors that are found without values. */
export const CHECK_MESSAGES = {
  "unknown-name": textsOf(
    'There is no field "{name}" here.',
    'Choose a field of the case; text goes into double quotes: "{name}".',
    "此处没有字段“{name}”。",
    '请选择流程中的字段；如果是文本，请加英文双引号："{name}"。',
  ),
  "unknown-name-near": textsOf(
    'There is no field "{name}" here.',
    "Did you mean {suggestion}?",
    "此处没有字段“{name}”。",
    "您是不是想写 {suggestion}？",
  ),
  "unknown-function": textsOf(
    'There is no function "{name}".',
    "Choose a function from the list, e.g. sum, count, contains.",
    "没有函数“{name}”。",
    "请从列表中选择函数，例如 sum、count、contains。",
  ),
  "unknown-function-near": textsOf(
    'There is no function "{name}".',
    "Did you mean {suggestion}()?",
    "没有函数“{name}”。",
    "您是不是想写 {suggestion}()？",
  ),
  "unknown-entry": textsOf(
    '{of} has no field "{name}".',
    "Choose one of: {known}.",
    "{of} 没有字段“{name}”。",
    "请从以下字段中选择：{known}。",
  ),
  "unknown-entry-near": textsOf(
    '{of} has no field "{name}".',
    "Did you mean {suggestion}?",
    "{of} 没有字段“{name}”。",
    "您是不是想写 {suggestion}？",
  ),
  "no-entries": textsOf(
    '{of} is a {found} and has no field "{name}".',
    'Use {of} as it is, without ".{name}".',
    "{of} 是{foundZh}，没有字段“{name}”。",
    "请直接使用 {of}，去掉“.{name}”。",
  ),
  "type-mismatch": textsOf(
    '{part}: {left} ({leftType}) and {right} ({rightType}) cannot be used with "{operator}".',
    "Compare or combine two values of the same kind; text is written in double quotes, numbers without.",
    "{part}：{left}（{leftTypeZh}）与 {right}（{rightTypeZh}）不能用于“{operator}”。",
    "请使用同一类型的两个值；文本加英文双引号，数字不加。",
  ),
  "type-expected": textsOf(
    'The result of {part} is of the kind "{found}", but {wanted} is needed here.',
    "Write an expression that gives {wanted}.",
    "{part} 的结果是{foundZh}，此处需要{wantedZh}。",
    "请改写表达式，使结果为{wantedZh}。",
  ),
  "empty-range": textsOf(
    "Nothing can lie between {low} and {high} in {part}.",
    "Write the smaller end first; square brackets include the ends.",
    "{part} 中，{low} 与 {high} 之间没有任何值。",
    "请把较小的一端写在前面；方括号包含端点。",
  ),
  "never-true": textsOf(
    "{part} is never true: {first} and {second} cannot hold at once.",
    'Write "or" instead of "and", or correct one of the values.',
    "{part} 永远不成立：{first} 与 {second} 不可能同时成立。",
    "请把“and”改为“or”，或更正其中一个值。",
  ),
  "always-true": textsOf(
    "{part} is always true: {first} or {second} holds for every value of {field}.",
    'Write "and" instead of "or", or correct one of the values.',
    "{part} 永远成立：{field} 取任何值都满足 {first} 或 {second}。",
    "请把“or”改为“and”，或更正其中一个值。",
  ),
  "unknown-choice": textsOf(
    "{field} can never be {value}.",
    "Choose one of: {known}.",
    "{field} 不可能是 {value}。",
    "请从以下选项中选择：{known}。",
  ),
  "unknown-choice-near": textsOf(
    "{field} can never be {value}.",
    "Did you mean {suggestion}? Possible: {known}.",
    "{field} 不可能是 {value}。",
    "您是不是想写 {suggestion}？可选值：{known}。",
  ),
};
