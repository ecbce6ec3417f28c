/** Where a text stops being JSON, and why. */
export interface JsonFault {
  readonly offset: number;
  readonly reason: keyof typeof FAULTS;
}

export const FAULTS = {
  empty: { en: "the text is empty", "zh-CN": "文本为空" },
  end: {
    en: "the text ends too early; a bracket or quote is not closed",
    "zh-CN": "文本提前结束，有括号或引号没有闭合",
  },
  value: { en: "a value is expected here", "zh-CN": "此处应为一个值" },
  key: { en: "a name in double quotes is expected here", "zh-CN": "此处应为双引号括起的名称" },
  colon: { en: "a colon is expected here", "zh-CN": "此处缺少冒号" },
  comma: { en: "a comma or a closing bracket is expected here", "zh-CN": "此处缺少逗号或右括号" },
  trailing: { en: "a comma stands before the closing bracket", "zh-CN": "右括号前多了一个逗号" },
  quotes: { en: 'texts stand in double quotes " only', "zh-CN": '文本只能使用英文双引号 "' },
  comment: { en: "comments are not allowed", "zh-CN": "不允许写注释" },
  number: { en: "the number is not written as JSON numbers are", "zh-CN": "数字格式不正确" },
  escape: { en: "the escape after \\ is not known", "zh-CN": "\\ 之后的转义字符无法识别" },
  control: {
    en: "a line break or control character stands inside a text; write it as \\n or \\u0009",
    "zh-CN": "文本中含有换行或控制字符，请写成 \\n 或 \\u0009",
  },
  after: { en: "something follows after the end of the value", "zh-CN": "值结束之后还有多余内容" },
} as const;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]*/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON forbids in texts.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds the first place at which a text is not JSON (RFC 8259); null if it is. The engines' own messages differ
 * and often name no place. Works without recursion, whatever the nesting.
 */
export function locateJsonFault(text: string): JsonFault | null {
  let offset = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? "";
    offset += found.length;
    return found;
  };
  const fault = (reason: JsonFault["reason"]): JsonFault => ({
    offset,
    reason: offset >= text.length && reason !== "empty" ? "end" : reason,
  });
  const string = (): JsonFault | null => {
    offset++;
    for (;;) {
      take(PLAIN);
      const character = text[offset];
      if (character === '"') {
        offset++;
        return null;
      }
      if (character !== "\\") return fault("control");
      if (take(ESCAPE) === "") return fault("escape");
    }
  };
  const scalar = (): JsonFault | null => {
    const character = text[offset];
    if (character === '"') return string();
    if (character === "'" || character === "“" || character === "”" || character === "`")
      return fault("quotes");
    if (character === "/" || character === "#") return fault("comment");
    if (character !== undefined && /[-+.\d]/.test(character)) {
      const from = offset;
      const number = take(NUMBER);
      const rest = take(NUMBER_LIKE);
      if (number !== "" && rest === "") return null;
      offset = from;
      return fault("number");
    }
    return take(WORD) === "" ? fault("value") : null;
  };

  take(SPACE);
  if (offset >= text.length) return fault("empty");
  const open: ("[" | "{")[] = [];
  // Each turn reads one value (or the opening of one), then closes what ends after it.
  for (;;) {
    take(SPACE);
    let opened = false;
    const opening = text[offset];
    if (opening === "[" || opening === "{") {
      offset++;
      take(SPACE);
      if (text[offset] === (opening === "[" ? "]" : "}")) offset++;
      else {
        open.push(opening);
        opened = true;
      }
    } else {
      const found = scalar();
      if (found) return found;
    }
    while (!opened) {
      take(SPACE);
      const container = open.at(-1);
      if (!container) return offset < text.length ? fault("after") : null;
      const closing = container === "[" ? "]" : "}";
      if (text[offset] === closing) {
        offset++;
        open.pop();
        continue;
      }
      if (text[offset] !== ",") return text[offset] === "/" ? fault("comment") : fault("comma");
      const comma = offset++;
      take(SPACE);
      if (text[offset] === closing) {
        offset = comma;
        return fault("trailing");
      }
      break;
    }
    if (open.at(-1) === "{") {
      if (text[offset] !== '"') {
        return fault(text[offset] === "'" ? "quotes" : text[offset] === "/" ? "comment" : "key");
      }
      const found = string();
      if (found) return found;
      take(SPACE);
      if (text[offset] !== ":") return fault("colon");
      offset++;
    }
  }
}

/** Line and column, both from 1, columns in UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
