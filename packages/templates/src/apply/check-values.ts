import type { BilingualText, Who } from "@flowright/definition";
import type {
  FlowTemplate,
  TemplateParameter,
  TemplateValue,
  TemplateValues,
  ValueFault,
} from "../template.ts";
import { centsOf } from "./cents-of.ts";
import { durationWords, minutesOf } from "./minutes-of.ts";

const LONGEST_TEXT = 200;

/** The value of a parameter, its default where none was given. */
export function parameterValue(parameter: TemplateParameter, values: TemplateValues): TemplateValue {
  const given = Object.hasOwn(values, parameter.id) ? values[parameter.id] : undefined;
  return given ?? parameter.default;
}

/** What is wrong with the values, at most one fault for each parameter. */
export function checkValues(
  template: Pick<FlowTemplate, "parameters">,
  values: TemplateValues,
): ValueFault[] {
  return template.parameters.flatMap((parameter) => {
    const message = faultOf(parameter, template.parameters, values);
    return message === null ? [] : [{ parameter: parameter.id, message }];
  });
}

function faultOf(
  parameter: TemplateParameter,
  all: readonly TemplateParameter[],
  values: TemplateValues,
): BilingualText | null {
  const value = parameterValue(parameter, values);
  if (parameter.type === "who")
    return isWho(value) ? null : { en: "Choose who does it.", "zh-CN": "请选择由谁处理。" };
  if (parameter.type === "text") return textFault(value, parameter.maxLength ?? LONGEST_TEXT);
  const size = sizeOf(parameter, value);
  if (size === null) return MALFORMED[parameter.type];
  if (parameter.type === "number" && parameter.whole === true && !Number.isInteger(size)) {
    return { en: "Enter a whole number.", "zh-CN": "请输入整数。" };
  }
  const { minimum, maximum } = parameter;
  const least = minimum === undefined ? null : sizeOf(parameter, minimum);
  const most = maximum === undefined ? null : sizeOf(parameter, maximum);
  if (minimum !== undefined && least !== null && size < least) {
    return {
      en: `At least ${shown(parameter, minimum, "en")}.`,
      "zh-CN": `不能小于 ${shown(parameter, minimum, "zh-CN")}。`,
    };
  }
  if (maximum !== undefined && most !== null && size > most) {
    return {
      en: `At most ${shown(parameter, maximum, "en")}.`,
      "zh-CN": `不能大于 ${shown(parameter, maximum, "zh-CN")}。`,
    };
  }
  const lower = all.find(({ id }) => id === parameter.moreThan);
  const below = lower === undefined ? null : sizeOf(lower, parameterValue(lower, values));
  if (lower !== undefined && below !== null && size <= below) {
    return {
      en: `Must be more than “${textIn(lower, "en")}”.`,
      "zh-CN": `必须大于“${textIn(lower, "zh-CN")}”。`,
    };
  }
  return null;
}

const MALFORMED = {
  money: { en: "Enter an amount such as 5000 or 5000.50.", "zh-CN": "请输入金额，例如 5000 或 5000.50。" },
  number: { en: "Enter a number.", "zh-CN": "请输入数字。" },
  duration: {
    en: "Enter a duration of days, hours or minutes.",
    "zh-CN": "请输入以天、小时或分钟计的时长。",
  },
} as const;

/** A value as a number that can be compared: cents, minutes, or itself; null where it is malformed. */
function sizeOf(parameter: TemplateParameter, value: TemplateValue): number | null {
  if (parameter.type === "money") return typeof value === "string" ? centsOf(value) : null;
  if (parameter.type === "duration") return typeof value === "string" ? positive(minutesOf(value)) : null;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function positive(minutes: number | null): number | null {
  return minutes === null || minutes === 0 ? null : minutes;
}

function textFault(value: TemplateValue, longest: number): BilingualText | null {
  if (typeof value !== "string" || value.trim() === "")
    return { en: "Enter a text.", "zh-CN": "请输入内容。" };
  if (value.length > longest) {
    return { en: `At most ${longest} characters.`, "zh-CN": `最多 ${longest} 个字符。` };
  }
  return null;
}

function isWho(value: TemplateValue): value is Who {
  if (typeof value !== "object" || value === null) return false;
  if (value.type === "role") return value.role.length > 0;
  if (value.type === "people") return value.people.length > 0;
  return true;
}

function shown(parameter: TemplateParameter, value: string | number, language: "en" | "zh-CN"): string {
  return parameter.type === "duration" ? durationWords(String(value), language) : String(value);
}

function textIn({ label }: TemplateParameter, language: "en" | "zh-CN"): string {
  return typeof label === "string" ? label : (label[language] ?? label.en ?? label["zh-CN"] ?? "");
}
